/** Smart Leverage: funds, their net asset value and target leverage, units and holdings. */
@NullMarked
package venue.domain.smartleverage;

import org.jspecify.annotations.NullMarked;
