package venue.domain.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a profit,                             10,   1,  20,  100,     9,   -10,    0",
    "a loss the margin covers,             -10,  1,  20,  100,   -11,    10,    0",
    "a loss that just uses up the margin,  -19,  1,  20,  100,   -20,    19,    0",
    "a loss the insurance pays,            -50,  1,  20,  100,   -20,    50,  -31",
    "a loss beyond the insurance,          -50,  1,  20,   10,   -20,    29,  -10",
    "a loss without any insurance,         -50,  1,  20,   -5,   -20,    19,    0"
  })
  void theUserBearsAtMostTheMarginThenTheInsuranceThenTheHouse(
      String name,
      BigDecimal result,
      BigDecimal fee,
      BigDecimal atStake,
      BigDecimal insured,
      BigDecimal user,
      BigDecimal house,
      BigDecimal insurance) {
    Settlement settlement = Settlement.of(result, fee, atStake, insured);
    assertThat(settlement.user()).isEqualByComparingTo(user);
    assertThat(settlement.house()).isEqualByComparingTo(house);
    assertThat(settlement.insurance()).isEqualByComparingTo(insurance);
    assertThat(settlement.fees()).isEqualByComparingTo(fee);
    assertThat(user.add(house).add(fee).add(insurance)).isEqualByComparingTo("0");
  }
}
