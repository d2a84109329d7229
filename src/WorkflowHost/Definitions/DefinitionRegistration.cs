namespace IndividualPlan.WorkflowHost.Definitions;

internal static class DefinitionRegistration
{
    /// <summary>What leaders do with workflows: save, publish, retract, remove, revert, duplicate, import and export. Used by our API, Elsa's API and the pages alike.</summary>
    public static IServiceCollection AddDefinitions(this IServiceCollection services) => services
        .AddSingleton<InputTypes>()
        .AddSingleton<SaveDefinition>()
        .AddSingleton<PublishDefinition>()
        .AddSingleton<DefinitionConsumers>()
        .AddSingleton<RetractDefinition>()
        .AddSingleton<DeleteDefinition>()
        .AddSingleton<CopyDefinition>()
        .AddSingleton<UpdateReferences>()
        .AddSingleton<ImportDefinitions>()
        .AddSingleton<RollBackDefinition>()
        .AddSingleton<ExplainPublication>()
        .AddScoped<ExportDefinitions>()
        .AddScoped<FindDefinitions>()
        .AddScoped<ReadFlowTable>()
        .AddScoped<ReadStep>()
        .AddScoped<EditFlow>()
        .AddScoped<BeginDefinition>()
        .AddScoped<ListFlows>()
        .AddScoped<CountInstances>()
        .AddScoped<ReadFlow>()
        .AddScoped<FlowHistory>()
        .AddScoped<ReadImported>()
        .AddScoped<CompareVersions>();
}
