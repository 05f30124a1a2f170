package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.orderplacement.Placing.assertRefused;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

class MarginTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void isAddedToAPositionAndTakenOutAgain() throws Exception {
    trading.buy(1000);
    BigDecimal before = trading.position().margin();
    Answer more = client.margin("20.5");
    assertThat(more.status()).isEqualTo(200);
    assertThat(number(more.text("/margin"))).isEqualByComparingTo(before.add(number("20.5")));
    assertThat(trading.state().account().positionMargin())
        .isEqualByComparingTo(trading.position().margin());
    assertThat(client.margin("-15").status()).isEqualTo(200);
    assertThat(trading.position().margin()).isEqualByComparingTo(before.add(number("5.5")));
  }

  @Test
  void whatThePositionCannotDoWithoutStays() throws Exception {
    assertRefused(client.margin("5"), 400, "POSITION_EMPTY", "contract");
    trading.buy(1000);
    BigDecimal before = trading.position().margin();
    assertRefused(client.margin("-5"), 400, "REMOVE_TOO_MUCH", "change");
    assertRefused(client.margin("99999"), 400, "INSUFFICIENT_AVAILABLE", "change");
    assertRefused(client.margin("x"), 400, "INVALID_PARAM_VALUE", "change");
    assertThat(trading.position().margin()).isEqualByComparingTo(before);
  }
}
