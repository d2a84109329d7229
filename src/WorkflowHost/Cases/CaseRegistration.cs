using IndividualPlan.WorkflowHost.Appeals;
using IndividualPlan.WorkflowHost.Appeals.Forwarding;
using IndividualPlan.WorkflowHost.Cases.Coordinating;
using IndividualPlan.WorkflowHost.Cases.Events;
using IndividualPlan.WorkflowHost.Cases.History;
using IndividualPlan.WorkflowHost.Cases.List;
using IndividualPlan.WorkflowHost.Cases.Receiving;
using IndividualPlan.WorkflowHost.Consents;
using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Decisions;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Plans;

namespace IndividualPlan.WorkflowHost.Cases;

internal static class CaseRegistration
{
    /// <summary>Cases: requests and signals, reading, and the events that can be reported.</summary>
    public static WebApplicationBuilder AddCases(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<RecentLooks>();
        services.AddScoped<CaseBonds>();
        services.AddScoped<CaseAccess>();
        services.AddSingleton<RememberedReasons>();
        services.AddScoped<ReadCaseHeader>();
        services.AddScoped<OpenCasePage>();
        services.AddScoped<ReadCaseOverview>();
        services.AddScoped<ReadCaseHistory>();
        services.AddScoped<ReadAccessLog>();
        services.AddScoped<ReadCaseDeadlines>();
        services.AddScoped<ReadCoordinators>();
        services.AddScoped<ReadDecisions>();
        services.AddScoped<RegisterRequest>();
        services.AddScoped<FindPerson>();
        services.AddScoped<SendRequest>();
        services.AddScoped<ReadReceipt>();
        services.AddScoped<SignalNeed>();
        services.AddScoped<ListCases>();
        services.AddScoped<FindCases>();
        services.AddScoped<CountCases>();
        services.AddScoped<OpenCaseList>();
        services.AddScoped<ReadCase>();
        services.AddScoped<MoveCaseToUnit>();
        services.AddScoped<GiveCase>();
        services.AddScoped<ProtectAddress>();
        services.AddScoped<ReadCoordinating>();
        services.AddScoped<CoordinatingDoor>();
        services.AddScoped<RecordNoPlanReasons>();
        services.AddScoped<EndNoPlanReason>();
        services.AddScoped<RecordCoordination>();
        services.AddScoped<EndCoordination>();
        services.AddSingleton<RecurringJob, WatchAges>();
        services.AddPlans();
        services.AddScoped<ReportCaseEvent>();
        services.AddSingleton<EventForms>();
        services.AddScoped<ReadEventSubjects>();
        services.AddScoped<SendEvent>();
        services.AddSingleton<ReportedEvent, ReportAppeal>();
        services.AddSingleton<ReportedEvent, CorrectAppeal>();
        services.AddSingleton<ReportedEvent, WithdrawAppeal>();
        services.AddSingleton<ReportedEvent, WithdrawConsent>();
        services.AddSingleton<ReportedEvent, ReportCoordinatorLeaving>();
        services.AddSingleton<ReportedEvent, AskForAnotherCoordinator>();
        services.AddSingleton<ReportedEvent, AskForCoordinator>();
        services.AddSingleton<ReportedEvent, RequestRevision>();
        services.AddSingleton<ReportedEvent, CallMeeting>();
        services.AddSingleton<ReportedEvent, ReportMove>();
        services.AddSingleton<ReportedEvent, ReadContactData>();
        services.AddSingleton<ReportedEvent, ReportDeath>();
        services.AddSingleton<ReportedEvent, ReportProgrammeDecision>();
        services.AddSingleton<ReportedEvent, ReportProgrammeEnd>();
        services.AddSingleton<ReportedEvent, ReportNeed>();
        services.AddSingleton<ReportedEvent, WithdrawRequest>();
        services.AddSingleton<ReportedEvent, ConfirmRequest>();
        return builder;
    }

    public static WebApplication MapCases(this WebApplication app)
    {
        RequestEndpoints.Map(app);
        RequestPages.Map(app);
        CaseEndpoints.Map(app);
        CaseEventEndpoints.Map(app);
        EventPages.Map(app);
        CaseListPages.Map(app);
        CaseUnitPages.Map(app);
        CaseManagerPages.Map(app);
        CaseProtectionPages.Map(app);
        CaseReasonPages.Map(app);
        CasePages.Map(app);
        PlanRegistration.MapPlans(app);
        CaseHistoryPages.Map(app);
        CaseParticipantPages.Map(app);
        CaseCoordinatorPages.Map(app);
        CoordinatingEndpoints.Map(app);
        CoordinatingPages.Map(app);
        CaseDecisionPages.Map(app);
        AppealFilePages.Map(app);
        return app;
    }
}
