package venue.function;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a function is given besides its event: its variables as the template names them, its store,
 * and the two clocks.
 *
 * @param variables the environment variables, by the names the template gives them
 * @param dynamoDb the store
 * @param wallTime signatures, idempotency windows and expiry are measured by it
 * @param venueTime ticks, funding, order times and the age of a price are measured by it; in the
 *     cloud the same as wall time
 * @param random what order ids and house shards are drawn from
 */
public record Environment(
    Map<String, String> variables,
    DynamoDbClient dynamoDb,
    InstantSource wallTime,
    InstantSource venueTime,
    RandomGenerator random) {

  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(7);

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** The environment of a deployed function: the process's variables and the real clock. */
  public static Environment ofProcess() {
    return new Environment(
        System.getenv(),
        DynamoDbClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(ATTEMPT).socketTimeout(ATTEMPT))
            .overrideConfiguration(
                calls -> calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
            .build(),
        InstantSource.system(),
        InstantSource.system(),
        new SecureRandom());
  }

  /**
   * The value of a variable.
   *
   * @throws IllegalStateException naming the variable, if the template does not give it
   */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException("variable " + name + " is not set");
    }
    return value;
  }

  /**
   * The value of a variable that holds a positive whole number.
   *
   * @throws IllegalStateException naming the variable, if it is absent or not such a number
   */
  public int positive(String name) {
    String value = variable(name);
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "variable " + name + " is " + value + ", not a whole number", e);
    }
    throw new IllegalStateException("variable " + name + " is " + value + ", not above zero");
  }
}
