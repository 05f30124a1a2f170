package venue.store;

import java.util.Optional;

/**
 * Who asks: the account a key names, and the key's text. What is read for a request includes the
 * key's item, so a revoked key is dead at once.
 */
public record Caller(long account, String key) {

  Key item() {
    return Key.apiKey(account, key);
  }

  Optional<String> secret(DynamoStore.Found found) {
    return found.get(item()).map(item -> item.text("secret"));
  }
}
