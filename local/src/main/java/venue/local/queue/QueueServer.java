package venue.local.queue;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import venue.local.template.LocalNames;
import venue.local.template.Queue;
import venue.local.template.Template;

/** An SQS server inside this process, and the real client pointed at it. */
final class QueueServer implements AutoCloseable {
  private static final String QUIET =
      "pekko { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off, daemonic = on, "
          + "jvm-shutdown-hooks = off, coordinated-shutdown.run-by-jvm-shutdown-hook = off }";

  private final ActorSystem actors;
  private final SqsClient client;

  QueueServer() {
    actors =
        ActorSystem.create(
            "queues", ConfigFactory.parseString(QUIET).withFallback(ConfigFactory.load()));
    SQSRestServer server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    client =
        SqsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.of("elasticmq"))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  SqsClient client() {
    return client;
  }

  /** Creates the queues; gives their URLs by logical id. */
  Map<String, String> create(Template template) {
    Map<String, String> urls = new HashMap<>();
    List<Queue> deadLettersFirst =
        template.queues().stream()
            .sorted(java.util.Comparator.comparing(queue -> queue.redrive().isPresent()))
            .toList();
    for (Queue queue : deadLettersFirst) {
      urls.put(queue.logicalId(), client.createQueue(creation(template, queue)).queueUrl());
    }
    return urls;
  }

  private static CreateQueueRequest creation(Template template, Queue queue) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT,
        Long.toString(queue.visibilityTimeout().toSeconds()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, Long.toString(queue.delay().toSeconds()));
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                        .formatted(
                            LocalNames.queueArn(template.queue(redrive.deadLetters())),
                            redrive.maxReceiveCount())));
    return CreateQueueRequest.builder().queueName(queue.name()).attributes(attributes).build();
  }

  @Override
  public void close() {
    client.close();
    try {
      Await.result(actors.terminate(), Duration.create(5, TimeUnit.SECONDS));
    } catch (Exception e) {
      throw new IllegalStateException("the queue server does not stop", e);
    }
  }
}
