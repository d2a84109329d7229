using System.Text;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Appeals;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Appeals.Forwarding;

/// <summary>The file that went to the appeal body, to be downloaded from the case. Each download stands in the access log.</summary>
internal static class AppealFilePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/cases/{id:guid}/appeals/{appealId:guid}/file", Policies.ReadAppealFile, PdfAsync);
        routes.MapPage("/cases/{id:guid}/appeals/{appealId:guid}/file/index", Policies.ReadAppealFile, IndexAsync);
    }

    public static string AddressOf(Workflows.Cases.CaseId id, AppealId appealId) => $"{CaseAddress.Of(id)}/appeals/{appealId}/file";

    private static Task<IResult> PdfAsync(Guid id, Guid appealId, OpenCasePage page, IpDbContext db, HttpContext context) =>
        SendAsync(id, appealId, "appeal-file", page, db, context, static (file, name) => Results.File(file.Pdf, "application/pdf", name + ".pdf"));

    private static Task<IResult> IndexAsync(Guid id, Guid appealId, OpenCasePage page, IpDbContext db, HttpContext context) =>
        SendAsync(id, appealId, "appeal-file-index", page, db, context, static (file, name) => Results.File(Encoding.UTF8.GetBytes(file.IndexJson), "application/json", name + ".json"));

    private static Task<IResult> SendAsync(Guid id, Guid appealId, string what, OpenCasePage page, IpDbContext db, HttpContext context, Func<AppealFile, string, IResult> send) =>
        page.ShowWholeAsync(context, id, what, async (opened, token) =>
        {
            var wanted = new AppealId(appealId);
            return await db.AppealFiles.FirstOrDefaultAsync(f => f.AppealId == wanted && f.CaseId == opened.Id, token) is { } file
                ? send(file, BuildAppealFile.FileName(opened.Header.Reference))
                : Refusal.NotFound().ToResult();
        });
}
