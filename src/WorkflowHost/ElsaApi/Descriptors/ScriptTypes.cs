using System.Globalization;
using System.Text;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>What scripts of a workflow may call and read, as TypeScript declarations: Studio's script editor completes by them.</summary>
internal static class ScriptTypes
{
    private const string Common = """
        declare function getVariable(name: string): any;
        declare function setVariable(name: string, value: any): void;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activityIdOrName: string, outputName?: string): any;
        declare function getLastResult(): any;
        declare function getCorrelationId(): string | null;
        declare function setCorrelationId(value: string): void;
        declare function getWorkflowInstanceId(): string;
        declare function getWorkflowInstanceName(): string | null;
        declare function setWorkflowInstanceName(value: string): void;
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function isNullOrWhiteSpace(value: string | null): boolean;
        declare function isNullOrEmpty(value: string | null): boolean;
        declare function toJson(value: any): string;
        declare function stringToBase64(value: string): string;
        declare function stringFromBase64(value: string): string;
        declare function newGuidString(): string;
        declare function newShortGuid(): string;
        declare function parseGuid(value: string): string;
        declare function setOutcome(name: string): void;
        declare function setOutcomes(names: string[]): void;
        declare const TimeSpan: {
            FromDays(days: number): string; FromHours(hours: number): string; FromMinutes(minutes: number): string;
            FromSeconds(seconds: number): string; FromMilliseconds(milliseconds: number): string; Parse(text: string): string;
        };
        /** The answer to a task. */
        interface TaskResult { outcome: string; values: { [field: string]: any }; completedBy: string | null; completedOn: string | null; taskId: string | null; }
        /** The case, as it is when the step begins. Dates are yyyy-MM-dd. */
        declare const theCase: {
            readonly caseId: string; readonly reference: string; readonly state: string; readonly track: string; readonly ruleSet: string;
            readonly isEnkeltvedtak: boolean; readonly isKvp: boolean; readonly basis: string | null; readonly language: string; readonly age: number;
            readonly isDeceased: boolean; readonly caseManager: string | null; readonly mainResponsibleService: string | null;
            readonly receivedOn: string | null; readonly requesterRole: string | null; readonly hasAuthorization: boolean; readonly services: string[];
            readonly request: { requestId: string; receivedOn: string; channel: string; requesterRole: string; authorization: string; joined: boolean } | null;
            readonly informationResponse: string | null; readonly wantsCoordinatorOnly: boolean; readonly planConsent: 'Given' | 'Refused' | 'Withdrawn' | 'None';
            readonly coordinator: any; readonly participants: { participantId: string; service: string; serviceName: string; role: string; isObliged: boolean; status: string; sharing: boolean }[];
            readonly plan: { planId: string; state: string; version: number; approvedOn: string | null; nextRevisionOn: string | null; revisionIntervalMonths: number | null; draft: any } | null;
            readonly decision: { decisionId: string; kind: string; outcome: string; state: string; draftedBy: string | null; approvedBy: string | null; madeOn: string | null; arrivedOn: string | null } | null;
            readonly appeal: { appealId: string; state: string; type: string; outcome: string | null; decisionId: string | null; receivedOn: string; postmarkOn: string | null; cameInTime: boolean } | null;
            readonly deadlines: { key: string; subjectId: string | null; startedOn: string; rawOn: string; effectiveOn: string; actByOn: string; state: string }[];
        };

        """;

    /// <summary>The declarations for a workflow; those that hold for every workflow when it is not known.</summary>
    public static IResult For(string definitionId, DefinitionCatalogue definitions) =>
        TypedResults.Text(Write(definitions.Newest(definitionId)), "text/plain; charset=utf-8");

    private static string Write(WorkflowDefinition? definition)
    {
        var text = new StringBuilder(Common);

        if (definition is null)
        {
            return text.ToString();
        }

        var variables = definition.Variables.Where(static v => IsName(v.Name)).DistinctBy(static v => v.Name).ToList();
        text.AppendLine("declare const variables: {");

        foreach (var variable in variables)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {variable.Name}: {TypeOf(variable.TypeName, variable.IsArray)};");
        }

        text.AppendLine("};");

        foreach (var variable in variables)
        {
            var type = TypeOf(variable.TypeName, variable.IsArray);
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function get{Pascal(variable.Name)}(): {type};");
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function set{Pascal(variable.Name)}(value: {type}): void;");
        }

        foreach (var input in definition.Inputs.Where(i => IsName(i.Name) && variables.All(v => Pascal(v.Name) != Pascal(i.Name))).DistinctBy(static i => i.Name))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function get{Pascal(input.Name)}(): {TypeOf(input.Type, false)};");
        }

        return text.ToString();
    }

    private static string TypeOf(string typeName, bool isArray) => typeName switch
    {
        "String" or "TimeSpan" or "Guid" => "string",
        "Boolean" => "boolean",
        "Int16" or "Int32" or "Int64" or "Double" or "Single" or "Decimal" => "number",
        "DateTime" or "DateTimeOffset" => "string",
        _ => "any",
    } + (isArray ? "[]" : "");

    private static bool IsName(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c is '_' or '$');

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
