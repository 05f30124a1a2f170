package venue.local.template;

import java.util.Set;

/**
 * Everything of SAM and CloudFormation that the local venue understands. What has no meaning on one
 * machine is understood and ignored; what is on no list is refused.
 */
final class Supported {
  private Supported() {}

  static final Set<String> TOP_LEVEL = Set.of("Parameters", "Globals", "Resources");
  static final Set<String> TOP_LEVEL_IGNORED =
      Set.of("AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Outputs");

  static final Set<String> GLOBALS = Set.of("Function");

  static final Set<String> PARAMETER = Set.of("Type", "Default");
  static final Set<String> PARAMETER_TYPES = Set.of("String", "Number");
  static final Set<String> PARAMETER_IGNORED =
      Set.of(
          "Description",
          "MinValue",
          "MaxValue",
          "MinLength",
          "MaxLength",
          "AllowedValues",
          "AllowedPattern",
          "ConstraintDescription",
          "NoEcho");

  static final Set<String> RESOURCE = Set.of("Type", "Properties");
  static final Set<String> RESOURCE_IGNORED =
      Set.of("Metadata", "DeletionPolicy", "UpdateReplacePolicy", "DependsOn");
  static final Set<String> RESOURCE_TYPES_IGNORED =
      Set.of(
          "AWS::Logs::LogGroup",
          "AWS::SNS::Topic",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard");

  static final Set<String> API = Set.of("StageName", "Auth");
  static final Set<String> API_IGNORED =
      Set.of("Name", "Description", "Tags", "AccessLogSettings", "DefaultRouteSettings");
  static final Set<String> API_AUTH = Set.of("EnableIamAuthorizer");

  static final Set<String> FUNCTION =
      Set.of("Handler", "Runtime", "Timeout", "Environment", "Events");
  static final Set<String> FUNCTION_IGNORED =
      Set.of(
          "CodeUri",
          "Policies",
          "Role",
          "PermissionsBoundary",
          "MemorySize",
          "Architectures",
          "EphemeralStorage",
          "SnapStart",
          "AutoPublishAlias",
          "Description",
          "Tags",
          "Tracing",
          "LoggingConfig",
          "EventInvokeConfig");
  static final Set<String> RUNTIMES = Set.of("java25");

  static final Set<String> HTTP_EVENT = Set.of("ApiId", "Method", "Path", "Auth");
  static final Set<String> HTTP_EVENT_IGNORED = Set.of("TimeoutInMillis", "RouteSettings");
  static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  static final Set<String> AUTHORIZERS = Set.of("NONE", "AWS_IAM");

  static final Set<String> SCHEDULE_EVENT = Set.of("ScheduleExpression", "Input", "State");
  static final Set<String> SCHEDULE_EVENT_IGNORED =
      Set.of(
          "Name",
          "Description",
          "FlexibleTimeWindow",
          "RetryPolicy",
          "DeadLetterConfig",
          "RoleArn",
          "PermissionsBoundary");

  static final Set<String> QUEUE_EVENT =
      Set.of("Queue", "BatchSize", "FunctionResponseTypes", "Enabled");
  static final Set<String> QUEUE_EVENT_IGNORED =
      Set.of("ScalingConfig", "MaximumBatchingWindowInSeconds");

  static final Set<String> TABLE =
      Set.of(
          "TableName",
          "BillingMode",
          "AttributeDefinitions",
          "KeySchema",
          "GlobalSecondaryIndexes");
  static final Set<String> TABLE_IGNORED =
      Set.of(
          "TimeToLiveSpecification",
          "PointInTimeRecoverySpecification",
          "SSESpecification",
          "DeletionProtectionEnabled",
          "TableClass",
          "OnDemandThroughput",
          "WarmThroughput",
          "Tags");
  static final Set<String> INDEX = Set.of("IndexName", "KeySchema", "Projection");
  static final Set<String> INDEX_IGNORED = Set.of("OnDemandThroughput", "WarmThroughput");
  static final Set<String> PROJECTIONS = Set.of("ALL", "KEYS_ONLY", "INCLUDE");

  static final Set<String> QUEUE =
      Set.of("QueueName", "DelaySeconds", "VisibilityTimeout", "RedrivePolicy");
  static final Set<String> QUEUE_IGNORED =
      Set.of(
          "MessageRetentionPeriod",
          "MaximumMessageSize",
          "ReceiveMessageWaitTimeSeconds",
          "SqsManagedSseEnabled",
          "KmsMasterKeyId",
          "RedriveAllowPolicy",
          "Tags");
}
