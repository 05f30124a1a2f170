package venue.local.http;

import java.net.BindException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import venue.local.StartRefused;

/** An HTTP server that only this machine reaches. */
public final class LoopbackServer implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";

  private final Server server;
  private final ServerConnector connector;

  /** Listens at once; port 0 is any free one. */
  public LoopbackServer(int port, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(32, 4);
    threads.setName("http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
    server = new Server(threads);
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // Paths go to the functions as they came; what they mean is the functions' affair.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(ADDRESS);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
    start(port);
  }

  private void start(int port) {
    try {
      server.start();
    } catch (Exception e) {
      close();
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new StartRefused(
            "port %d is in use; choose another with --port or PORT".formatted(port), e);
      }
      throw new StartRefused("the HTTP server does not start: " + e.getMessage(), e);
    }
  }

  /** Where it is reached, without a slash at the end. */
  public String address() {
    return "http://" + ADDRESS + ":" + connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not stop", e);
    }
  }
}
