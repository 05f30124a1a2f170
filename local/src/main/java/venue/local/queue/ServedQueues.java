package venue.local.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.local.function.Functions;
import venue.local.template.Function;
import venue.local.template.QueueSource;
import venue.local.template.Template;

/** Queues on a real server, in wall time, as deployed. */
public final class ServedQueues implements Queues {
  private final Template template;
  private final QueueServer server = new QueueServer();
  private final Map<String, String> urls;
  private final List<Poller> pollers = new ArrayList<>();

  public ServedQueues(Template template) {
    this.template = template;
    this.urls = server.create(template);
  }

  @Override
  public SqsClient client() {
    return server.client();
  }

  @Override
  public Map<String, String> urls() {
    return Map.copyOf(urls);
  }

  @Override
  public void deliverTo(Functions functions) {
    for (Function function : template.functions()) {
      for (QueueSource source : function.queueSources()) {
        Delivery delivery =
            new Delivery(
                source, template.queue(source.queue()), functions.get(function.logicalId()));
        String url = new venue.local.template.LocalNames(template, urls).ref(source.queue());
        pollers.add(new Poller(delivery, server.client(), url));
      }
    }
    pollers.forEach(Poller::start);
  }

  @Override
  public void close() {
    pollers.forEach(Poller::close);
    server.close();
  }
}
