package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import venue.domain.Reason;
import venue.domain.Refusal;

class ApiErrorTest {

  @Test
  void aRefusalIsAnsweredWithItsLabelAndMessage() {
    HttpResponse response =
        ApiError.of(new Refusal(Reason.SIZE_TOO_SMALL, "size should be at \"least\" 1"))
            .toResponse();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body().write())
        .isEqualTo(
            "{\"label\":\"SIZE_TOO_SMALL\",\"message\":\"size should be at \\\"least\\\" 1\"}");
  }

  @Test
  void whatIsNotThereIs404AndABusyVenue503AndTheRest400() {
    Set<Reason> absent =
        EnumSet.of(
            Reason.USER_NOT_FOUND,
            Reason.CONTRACT_NOT_FOUND,
            Reason.ORDER_NOT_FOUND,
            Reason.NOT_FOUND);
    for (Reason reason : Reason.values()) {
      int expected = absent.contains(reason) ? 404 : reason == Reason.TOO_BUSY ? 503 : 400;
      assertThat(ApiError.of(new Refusal(reason, "m")).status())
          .as("%s", reason)
          .isEqualTo(expected);
    }
  }
}
