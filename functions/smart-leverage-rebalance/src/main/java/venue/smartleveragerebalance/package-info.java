@NullMarked
package venue.smartleveragerebalance;

import org.jspecify.annotations.NullMarked;
