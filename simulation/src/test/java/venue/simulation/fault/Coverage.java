package venue.simulation.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which call sites were seen, and at which of them the process was stopped. */
public final class Coverage {
  private final Map<CallSite, Set<Moment>> stops = new TreeMap<>();

  void seen(CallSite site) {
    stops.computeIfAbsent(site, first -> new TreeSet<>());
  }

  void stopped(CallSite site, Moment moment) {
    stops.computeIfAbsent(site, first -> new TreeSet<>()).add(moment);
  }

  boolean wasStopped(CallSite site, Moment moment) {
    return stops.getOrDefault(site, Set.of()).contains(moment);
  }

  /** All call sites seen, in order. */
  public Set<CallSite> sites() {
    return stops.keySet();
  }

  /** Takes in what another run saw. */
  public void add(Coverage other) {
    other.stops.forEach(
        (site, moments) -> stops.computeIfAbsent(site, first -> new TreeSet<>()).addAll(moments));
  }

  /** The sites at which the process was never stopped before the call, or never after it. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (CallSite site : stops.keySet()) {
      for (Moment moment : Moment.values()) {
        if (!wasStopped(site, moment)) {
          missing.add(moment + " " + site);
        }
      }
    }
    return missing;
  }
}
