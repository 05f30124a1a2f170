package venue.administration;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;
import venue.function.HttpFunction;
import venue.function.Routes;

/** What only the operator does: accounts, keys, transfers, markets, the house. */
public final class Administration implements RequestStreamHandler {
  private final HttpFunction function;

  /** The deployed function. */
  public Administration() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public Administration(Environment environment) {
    Accounts accounts = new Accounts(environment);
    Keys keys = new Keys(environment);
    Transfers transfers = new Transfers(environment);
    Markets markets = new Markets(environment);
    House house = new House(environment);
    function =
        new HttpFunction(
            new Routes()
                .on("POST", environment.variable("ADMIN_ACCOUNTS_PATH"), accounts::open)
                .on("GET", environment.variable("ADMIN_ACCOUNT_PATH"), accounts::show)
                .on("POST", environment.variable("ADMIN_KEYS_PATH"), keys::issue)
                .on("DELETE", environment.variable("ADMIN_KEY_PATH"), keys::revoke)
                .on("POST", environment.variable("ADMIN_DEPOSITS_PATH"), transfers::deposit)
                .on("POST", environment.variable("ADMIN_WITHDRAWALS_PATH"), transfers::withdraw)
                .on("PUT", environment.variable("ADMIN_MARKET_PATH"), markets::open)
                .on("GET", environment.variable("ADMIN_HOUSE_PATH"), house::show)
                .on("POST", environment.variable("ADMIN_HOUSE_PATH"), house::fund)
                .on("POST", environment.variable("ADMIN_HOUSE_WITHDRAWALS_PATH"), house::withdraw));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }
}
