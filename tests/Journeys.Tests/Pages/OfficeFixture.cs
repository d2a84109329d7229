using System.Collections.Concurrent;
using System.Net;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Journeys.Tests.Pages;

/// <summary>One office for all tests that only look.</summary>
public sealed class OfficeFixture : IAsyncLifetime
{
    public OfficeAtWork Office { get; } = new();

    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<(VisitedPage, PageAnswer)>>>> _answers = new(StringComparer.Ordinal);

    /// <summary>Every page as each role that sees it is shown it in a language; each is asked for once. Forms that lead elsewhere and files are no pages.</summary>
    public Task<IReadOnlyList<(VisitedPage Page, PageAnswer Answer)>> AnswersAsync(string language) =>
        _answers.GetOrAdd(language, asked => new(() => AskAsync(asked))).Value;

    public Task InitializeAsync() => Office.OpenAsync();

    public async Task DisposeAsync() => await Office.DisposeAsync();

    private async Task<IReadOnlyList<(VisitedPage, PageAnswer)>> AskAsync(string language)
    {
        List<(VisitedPage, PageAnswer)> answers = [];

        foreach (var (user, role) in OfficeAtWork.OneOfEachRole)
        {
            using var visitor = await Office.Journey.VisitorAsync(user, language);

            foreach (var page in Office.Pages().Where(p => p.Admits(role)))
            {
                if (await visitor.OpensAsync(page.Address) is { Status: HttpStatusCode.OK, Html.Length: > 0 } answer)
                {
                    answers.Add((page, answer));
                }
            }
        }

        return answers;
    }
}

[CollectionDefinition(Name)]
public sealed class OfficeCollection : ICollectionFixture<OfficeFixture>
{
    public const string Name = "office";
}
