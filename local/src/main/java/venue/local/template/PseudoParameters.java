package venue.local.template;

import java.util.Map;

/** What {@code AWS::Region} and its kin are on one machine. */
final class PseudoParameters {
  private PseudoParameters() {}

  static final Map<String, String> VALUES =
      Map.of(
          "AWS::Region", "elasticmq",
          "AWS::AccountId", "000000000000",
          "AWS::Partition", "aws",
          "AWS::StackName", "local",
          "AWS::URLSuffix", "localhost");
}
