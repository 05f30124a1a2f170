package venue.local.template;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import venue.local.StartRefused;

/** Loads YAML with CloudFormation's short tags; {@code !Ref} and its kin become {@link Value}s. */
final class CloudFormationYaml {
  private CloudFormationYaml() {}

  static Map<?, ?> load(Reader reader, String source) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object document = new Yaml(new Tags(options, source)).load(reader);
      if (document instanceof Map<?, ?> map) {
        return map;
      }
    } catch (MarkedYAMLException e) {
      throw new StartRefused(
          "%s line %d: %s".formatted(source, e.getProblemMark().getLine() + 1, e.getProblem()), e);
    } catch (YAMLException e) {
      throw new StartRefused(source + ": " + e.getMessage(), e);
    }
    throw new StartRefused(source + " is not a template");
  }

  private static final class Tags extends SafeConstructor {
    private final String source;

    Tags(LoaderOptions options, String source) {
      super(options);
      this.source = source;
      // CloudFormation takes 2010-09-09 and 2012-10-17 as text.
      yamlConstructors.put(Tag.TIMESTAMP, new OfText(Value.Text::new));
      yamlConstructors.put(new Tag("!Ref"), new OfText(Value.Ref::new));
      yamlConstructors.put(new Tag("!Sub"), new OfText(Value.Sub::new));
      yamlConstructors.put(new Tag("!GetAtt"), new OfText(Tags::attribute));
      yamlMultiConstructors.put("!", new Unknown());
    }

    private static Value attribute(String text) {
      List<String> parts = List.of(text.split("\\.", 2));
      return new Value.GetAtt(parts.getFirst(), parts.size() > 1 ? parts.get(1) : "");
    }

    private StartRefused unsupported(Node node, String feature) {
      return new StartRefused(
          "%s line %d: %s is not supported by the local venue"
              .formatted(source, node.getStartMark().getLine() + 1, feature));
    }

    private final class OfText extends AbstractConstruct {
      private final java.util.function.Function<String, Value> make;

      OfText(java.util.function.Function<String, Value> make) {
        this.make = make;
      }

      @Override
      public Object construct(Node node) {
        if (node instanceof ScalarNode scalar) {
          return make.apply(scalar.getValue());
        }
        throw unsupported(node, node.getTag().getValue() + " of a list or map");
      }
    }

    private final class Unknown extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        throw unsupported(node, node.getTag().getValue());
      }
    }
  }
}
