package venue.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.function.Environment;
import venue.local.template.Function;
import venue.local.template.LocalNames;
import venue.local.template.Template;

/** All functions of a template, ready to be called. */
public final class Functions {
  private final Map<String, FunctionPool> pools = new HashMap<>();

  /**
   * @param wrapper what is called in place of an instance of a function
   */
  public Functions(
      Template template,
      LocalNames names,
      DynamoDbClient dynamoDb,
      UnaryOperator<RequestStreamHandler> wrapper,
      SqsClient queues,
      InstantSource venueTime,
      LambdaLogger log) {
    SecureRandom random = new SecureRandom();
    for (Function function : template.functions()) {
      Map<String, String> variables = new HashMap<>();
      function.variables().forEach((name, value) -> variables.put(name, value.resolve(names)));
      Environment environment =
          new Environment(variables, dynamoDb, InstantSource.system(), venueTime, random);
      String place = template.source() + ": " + function.logicalId() + ".Properties.Handler";
      Supplier<RequestStreamHandler> instances =
          new Constructors(place, environment, queues).of(function.handlerClass());
      pools.put(
          function.logicalId(),
          new FunctionPool(
              function.logicalId(), function.timeout(), log, () -> wrapper.apply(instances.get())));
    }
  }

  /** The function with this logical id. */
  public FunctionPool get(String logicalId) {
    FunctionPool pool = pools.get(logicalId);
    if (pool == null) {
      throw new IllegalArgumentException("there is no function named " + logicalId);
    }
    return pool;
  }
}
