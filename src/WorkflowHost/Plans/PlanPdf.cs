using System.Globalization;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Letters.Pdf;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Sets a plan as PDF on A4 pages in the person's language, for taking along, signing, or sending with a file. It never holds an address.</summary>
internal sealed class PlanPdf
{
    public byte[] Write(PlanDocument plan, DateTimeOffset at)
    {
        var file = new PdfFile(Sheet.Name(plan), plan.Language, at, PdfFonts.All);
        var sheet = new PdfSheet(file, PdfFonts.All);
        Set(plan, sheet);
        string T(string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(plan.Language);
        var version = plan.Number is { } number ? $"{T("versjon", "versjon", "version")} {number.ToString(CultureInfo.InvariantCulture)}" : T("utkast", "utkast", "draft");
        sheet.Footers((page, of) => string.Create(CultureInfo.InvariantCulture, $"{plan.Reference}, {version}, {T("side", "side", "page")} {page} {T("av", "av", "of")} {of}"));
        return file.ToArray();
    }

    /// <summary>Sets the plan on a sheet, where it may stand among other documents.</summary>
    public static void Set(PlanDocument plan, PdfSheet sheet)
    {
        var page = new Sheet(plan, sheet);
        page.Top();
        page.Goals();
        page.Items(PlanPart.Resources, "a", plan.Content.Resources);
        page.Items(PlanPart.Needs, null, plan.Content.Needs);
        page.Participants();
        page.Contributions();
        page.Items(PlanPart.CooperationNeeds, "j", plan.Content.CooperationNeeds);
        page.Offers();
        page.Period();
        page.Consents();
        page.Rest();
        page.ToSign();
    }

    /// <summary>How far in measures stand under their goal, in points.</summary>
    private const double Step = 13;

    private sealed class Sheet(PlanDocument plan, PdfSheet sheet)
    {
        private PdfSheet Page => sheet;

        public void Top()
        {
            Page.Heading(Name(plan), 1, PdfInk.Accent);
            Page.Stroke();
            if (plan.Number is null)
            {
                Page.Paragraph(T("Dette er et utkast. Det er ikke godkjent.", "Dette er eit utkast. Det er ikkje godkjent.", "This is a draft. It has not been approved."), isBold: true);
            }

            if (plan.IsPartial)
            {
                Page.Paragraph(T(
                    "Her er den delen av planen som personen har latt tjenesten din se.",
                    "Her er den delen av planen som personen har late tenesta di sjå.",
                    "This is the part of the plan that the person has let your service see."));
            }

            Page.Skip(4);
            Page.Fact(T("Saksnummer", "Saksnummer", "Case number"), plan.Reference);
            if (plan is { Number: { } number, Approval: { } approval })
            {
                Page.Fact(T("Versjon", "Versjon", "Version"), number.ToString(CultureInfo.InvariantCulture));
                Page.Fact(T("Godkjent", "Godkjend", "Approved"), $"{Date(approval.On)}. {T(PlanWords.Approval(approval.Form))}.");
            }

            Page.Fact(T("Koordinator", "Koordinator", "Coordinator"), plan.Coordinator is { } coordinator ? $"{coordinator.Name}, {T(PlanWords.Who(coordinator.Service))}" : T("Ikke oppnevnt", "Ikkje nemnd opp", "Not appointed"));
            Page.Fact(T("Hovedansvar", "Hovudansvar", "Main responsibility"), plan.ResponsibleService is { } service ? T(PlanWords.Who(service)) : T(PlanWords.Who("")));
            if (plan.NextRevisionOn is { } next)
            {
                Page.Fact(T("Neste revisjon", "Neste revisjon", "Next revision"), Date(next));
            }
        }

        public void Goals()
        {
            Section(T(PlanParts.Name(PlanPart.Goals)));
            foreach (var (goal, number) in plan.Content.Goals.Select((goal, at) => (goal, at + 1)))
            {
                Page.Skip(8);
                Page.Banner($"{T("Mål", "Mål", "Goal")} {number.ToString(CultureInfo.InvariantCulture)}: {goal.Text}", 3, room: 90);
                Page.Indented(Step, () =>
                {
                    if (goal.IsPersonsOwn)
                    {
                        Page.Paragraph(T(PlanWords.OwnWords), size: 9, ink: PdfInk.Subtle);
                    }

                    foreach (var measure in plan.MeasuresOf(goal.Key))
                    {
                        Measure(measure);
                    }
                });
            }

            var others = plan.MeasuresOf(null);
            if (others.Count > 0)
            {
                Page.Skip(8);
                Page.Banner(T(plan.Content.Goals.Count == 0 ? PlanParts.Name(PlanPart.Measures) : PlanWords.WithoutGoal), 3, room: 90);
                Page.Indented(Step, () =>
                {
                    foreach (var measure in others)
                    {
                        Measure(measure);
                    }
                });
            }

            Excuse("a", "e", "f");
            if (plan.Content.Goals.Count == 0 && others.Count == 0)
            {
                Page.Paragraph(T(PlanWords.NothingWritten));
            }
        }

        public void Items(PlanPart part, string? point, IReadOnlyList<PlanItem> items)
        {
            if (items.Count == 0 && (point is null or "a" || !IsExcused(point)))
            {
                return;
            }

            Section(T(PlanParts.Name(part)));
            Excuse(point is "a" or null ? [] : [point]);
            List(items.Select(item => item.Text));
        }

        public void Participants()
        {
            Section(T(PlanParts.Name(PlanPart.Participants)));
            List(plan.Members.Select(member => string.Join(", ", new[] { T(PlanWords.Who(member.Service)), member.Contact, member.Role }.Where(text => !string.IsNullOrWhiteSpace(text)))
                + (member.State == ParticipantState.Invited ? $" ({T("har ikke svart ennå", "har ikkje svart enno", "has not answered yet")})" : "")));
        }

        public void Contributions()
        {
            if (plan.Content.Contributions.Count > 0 || IsExcused("d"))
            {
                Section(T(PlanParts.Name(PlanPart.Contributions)));
                Excuse("d");
                plan.Content.Contributions.ToList().ForEach(part => Page.Fact(T(PlanWords.Who(part.Contributor)), part.Text));
            }
        }

        public void Offers()
        {
            if (plan.Content.CoordinatorOffers.Count > 0 || IsExcused("g"))
            {
                Section(T(PlanParts.Name(PlanPart.CoordinatorOffers)));
                Excuse("g");
                plan.Content.CoordinatorOffers.ToList().ForEach(offer => Page.Fact(T(PlanWords.Offer(offer.Kind)), T(PlanWords.OfferStatus(offer.Status))));
            }
        }

        public void Period()
        {
            if (plan.Content.Period is not { } period)
            {
                return;
            }

            Section(T(PlanParts.Name(PlanPart.Period)));
            Page.Fact(T("Gjelder", "Gjeld", "Applies"), PlanParts.Period(period.FromOn, period.ToOn, Date).In(plan.Language));
            if (period.RevisionMonths is { } months)
            {
                Page.Fact(T("Revisjon", "Revisjon", "Revision"), PlanParts.Every(months).In(plan.Language));
            }

            if (period.ExtraRevisionsOn.Count > 0)
            {
                Page.Fact(T("I tillegg", "I tillegg", "In addition"), string.Join("\n", period.ExtraRevisionsOn.Order().Select(Date)));
            }
        }

        public void Consents()
        {
            if (plan.Consents.Count > 0)
            {
                Section(T(PlanParts.Name(PlanPart.Consents)));
                List(plan.Consents.Select(consent => PlanParts.Consent(consent, Date).In(plan.Language)));
            }
        }

        public void Rest()
        {
            if (plan.Content.ChildParticipation is { } child)
            {
                Section(T(PlanParts.Name(PlanPart.ChildParticipation)));
                Page.Paragraph(child);
            }

            if (plan.Content.SubPlans.Count > 0)
            {
                Section(T(PlanParts.Name(PlanPart.SubPlans)));
                List(plan.Content.SubPlans.Select(sub => string.Join(": ", new[] { T(PlanWords.SubPlan(sub.Kind)), sub.Reference }.Where(text => !string.IsNullOrWhiteSpace(text)))));
            }
        }

        /// <summary>An approval on paper is given on the draft itself (L-86); a part of the plan is nobody's to approve.</summary>
        public void ToSign()
        {
            if (plan.Number is not null || plan.IsPartial)
            {
                return;
            }

            Page.Skip(8);
            Page.Keep(170);
            Page.Rule();
            Page.Heading(T("Godkjenning", "Godkjenning", "Approval"), 2, PdfInk.Accent);
            Page.Paragraph(T(
                "Skriv under her hvis planen blir godkjent på papir. Koordinatoren registrerer godkjenningen.",
                "Skriv under her om planen blir godkjend på papir. Koordinatoren registrerer godkjenninga.",
                "Sign here if the plan is approved on paper. The coordinator records the approval."));
            Page.Signatures(T("Sted og dato", "Stad og dato", "Place and date"), T("Den planen gjelder", "Den planen gjeld", "The person"), T("Koordinator", "Koordinator", "Coordinator"));
        }

        private void Measure(PlanMeasure measure)
        {
            Page.Keep(70);
            Page.Skip(5);
            Page.Paragraph(measure.Title, isBold: true);
            Page.Fact(T("Ansvarlig", "Ansvarleg", "Responsible"), T(PlanWords.Who(measure.ResponsibleService)) + (measure.IsUncovered ? $"\n{T(PlanWords.Uncovered)}" : ""));
            if (measure.FromOn is not null || measure.ToOn is not null)
            {
                Page.Fact(T("Når", "Når", "When"), PlanParts.Period(measure.FromOn, measure.ToOn, Date).In(plan.Language));
            }

            if (measure.Extent is { } extent)
            {
                Page.Fact(T("Hvor mye", "Kor mykje", "How much"), extent);
            }

            if (measure.Implementation is { } how)
            {
                Page.Fact(T("Hvordan", "Korleis", "How"), how);
            }

            if (plan.Number == plan.LatestNumber)
            {
                var progress = plan.Progress.GetValueOrDefault(measure.Key);
                Page.Fact(
                    T("Hvordan det går", "Korleis det går", "How it goes"),
                    T(PlanWords.Progress(progress?.Status ?? MeasureStatus.NotStarted)) + (progress is null ? "" : $", {Date(DateOnly.FromDateTime(Workflows.Deadlines.NorwegianTime.LocalOf(progress.ReportedAt).DateTime))}. {progress.Note}"));
            }
        }

        private void Section(string heading)
        {
            Page.Skip(8);
            Page.Keep(60);
            Page.Rule();
            Page.Heading(heading, 2, PdfInk.Accent);
        }

        private void List(IEnumerable<string> items)
        {
            var lines = items.ToList();
            if (lines.Count > 0)
            {
                Page.List(() => lines.ForEach(Page.Item));
            }
        }

        private bool IsExcused(string point) => plan.Content.NotRelevant.ContainsKey(point);

        private void Excuse(params string[] points)
        {
            foreach (var reason in points.Select(point => plan.Content.NotRelevant.GetValueOrDefault(point)).OfType<string>().Distinct())
            {
                Page.Paragraph($"{T(PlanWords.NotRelevant)}: {reason}");
            }
        }

        private string T(string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(plan.Language);

        private string T(LocalizedText text) => text.In(plan.Language);

        private string Date(DateOnly date) => LetterDates.Write(date, plan.Language);

        public static string Name(PlanDocument plan) => plan.Person is { } person
            ? $"{PlanWords.Title.In(plan.Language)} {new LocalizedText("for", "for", "for").In(plan.Language)} {person.GivenName} {person.FamilyName}"
            : $"{PlanWords.Title.In(plan.Language)} {plan.Reference}";
    }
}
