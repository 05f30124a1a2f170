package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private final Random random = new Random(3);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10001, 0xFFFF_FFFF_FFFFL})
  void aKeyTellsItsAccount(long account) {
    ApiKey key = ApiKey.of(account, random);
    assertThat(key.text()).matches("[0-9a-f]{32}");
    assertThat(key.account()).hasValue(account);
    assertThat(ApiKey.of(account, random)).isNotEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 0x1_0000_0000_0000L})
  void anAccountOfMoreThanTwelveDigitsHasNoKey(long account) {
    assertThatThrownBy(() -> ApiKey.of(account, random))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0000000000010000000000000000000",
        "000000000001000000000000000000000",
        "00000000000G00000000000000000000",
        "00000000000A00000000000000000000",
        "00000000000١00000000000000000000"
      })
  void aTextOfAnotherMakingHasNoAccount(String text) {
    assertThat(new ApiKey(text).account()).isEmpty();
  }

  @Test
  void secretsAreSixtyFourHexDigitsAndDiffer() {
    String secret = ApiKey.newSecret(random);
    assertThat(secret).matches("[0-9a-f]{64}").isNotEqualTo(ApiKey.newSecret(random));
  }
}
