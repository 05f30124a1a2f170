package venue.local.template;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import venue.local.StartRefused;

/** Reads a template, with some of its parameters given other values. */
public final class TemplateReader {
  private final String source;
  private final Section root;

  private TemplateReader(String source, Section root) {
    this.source = source;
    this.root = root;
  }

  /** The template in this file; {@code overrides} replace parameters' defaults, by name. */
  public static Template read(Path file, Map<String, String> overrides) {
    String source = requireNonNull(file.getFileName()).toString();
    try (Reader reader = Files.newBufferedReader(file)) {
      Section root = new Section(source, "", CloudFormationYaml.load(reader, source));
      return new TemplateReader(source, root).read(overrides);
    } catch (IOException e) {
      throw new StartRefused(file + ": the template cannot be read", e);
    }
  }

  private Template read(Map<String, String> overrides) {
    root.only(Supported.TOP_LEVEL, Supported.TOP_LEVEL_IGNORED);
    root.oneOf("Transform", "AWS::Serverless-2016-10-31", Set.of("AWS::Serverless-2016-10-31"));
    FunctionReader functionReader =
        new FunctionReader(root.section("Globals").only(Supported.GLOBALS, Set.of()));
    List<Function> functions = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    List<Queue> queues = new ArrayList<>();
    Section resources = root.section("Resources");
    for (String id : resources.keys()) {
      Section resource = resource(id).only(Supported.RESOURCE, Supported.RESOURCE_IGNORED);
      Section properties = resource.section("Properties");
      String type = resource.requiredText("Type");
      switch (type) {
        case "AWS::Serverless::Function" -> functions.add(functionReader.read(id, properties));
        case "AWS::Serverless::HttpApi" -> checkApi(properties);
        case "AWS::DynamoDB::Table" -> tables.add(TableReader.read(id, properties));
        case "AWS::SQS::Queue" -> queues.add(QueueReader.read(id, properties));
        default -> {
          if (!Supported.RESOURCE_TYPES_IGNORED.contains(type)) {
            throw resource.unsupported("Type " + type);
          }
        }
      }
    }
    Template template = new Template(source, parameters(overrides), functions, tables, queues);
    CrossReferences.check(template);
    return template;
  }

  private Section resource(String id) {
    // A resource is named by its logical id alone: that is how people speak of it.
    return root.section("Resources").sectionNamed(id);
  }

  private Map<String, String> parameters(Map<String, String> overrides) {
    Map<String, String> values = new HashMap<>();
    Section parameters = root.section("Parameters");
    for (String name : parameters.keys()) {
      Section parameter =
          parameters.section(name).only(Supported.PARAMETER, Supported.PARAMETER_IGNORED);
      parameter.oneOf("Type", "", Supported.PARAMETER_TYPES);
      String override = overrides.get(name);
      values.put(name, override != null ? override : parameter.requiredText("Default"));
    }
    return values;
  }

  private static void checkApi(Section properties) {
    properties.only(Supported.API, Supported.API_IGNORED);
    properties.oneOf("StageName", "$default", Set.of("$default"));
    properties.section("Auth").only(Supported.API_AUTH, Set.of());
  }
}
