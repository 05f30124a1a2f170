package venue.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of one stored item or of a map within it. An attribute that is asked for and not
 * there is a damaged item, thus an exception that names it.
 */
final class Item {
  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item empty() {
    return new Item(new HashMap<>());
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  /** An item under a primary key. */
  static Item at(Key key) {
    return new Item(new HashMap<>(key.attributes()));
  }

  /** The same under a primary key. */
  Item under(Key key) {
    attributes.putAll(key.attributes());
    return this;
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  Item with(String name, String text) {
    attributes.put(name, AttributeValue.fromS(text));
    return this;
  }

  Item with(String name, BigDecimal number) {
    attributes.put(name, AttributeValue.fromN(number.toPlainString()));
    return this;
  }

  Item with(String name, long number) {
    attributes.put(name, AttributeValue.fromN(Long.toString(number)));
    return this;
  }

  Item with(String name, boolean flag) {
    attributes.put(name, AttributeValue.fromBool(flag));
    return this;
  }

  /** A moment, as milliseconds since 1970. */
  Item with(String name, Instant time) {
    return with(name, time.toEpochMilli());
  }

  Item with(String name, Item map) {
    attributes.put(name, AttributeValue.fromM(map.attributes));
    return this;
  }

  Item with(String name, List<Item> maps) {
    attributes.put(
        name,
        AttributeValue.fromL(
            maps.stream().map(map -> AttributeValue.fromM(map.attributes)).toList()));
    return this;
  }

  Item with(String name, Optional<String> text) {
    text.ifPresent(value -> with(name, value));
    return this;
  }

  String text(String name) {
    return attribute(name).s();
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  BigDecimal number(String name) {
    return new BigDecimal(attribute(name).n());
  }

  long whole(String name) {
    return Long.parseLong(attribute(name).n());
  }

  int small(String name) {
    return Integer.parseInt(attribute(name).n());
  }

  boolean flag(String name) {
    return attribute(name).bool();
  }

  Instant time(String name) {
    return Instant.ofEpochMilli(whole(name));
  }

  Item map(String name) {
    return new Item(attribute(name).m());
  }

  List<Item> maps(String name) {
    List<Item> maps = new ArrayList<>();
    for (AttributeValue value : attribute(name).l()) {
      maps.add(new Item(value.m()));
    }
    return maps;
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  private AttributeValue attribute(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "item " + attributes.get(Key.PK) + " " + attributes.get(Key.SK) + " lacks " + name);
    }
    return value;
  }
}
