using IndividualPlan.Workflows.Coordinators;

namespace IndividualPlan.WorkflowHost.Coordinators;

/// <summary>Who coordinates on a day, asked of the database: one answer for lists, letters and figures.</summary>
internal static class CoordinatorsInPlace
{
    /// <summary>As <see cref="CoordinatorPeriod.IsInPlaceOn"/>: one whose last day is set is in place until it is over.</summary>
    public static IQueryable<CoordinatorPeriod> InPlaceOn(this IQueryable<CoordinatorPeriod> periods, DateOnly day) =>
        periods.Appointed().Where(p => p.FromOn <= day && (p.ToOn == null || p.ToOn >= day));

    /// <summary>Those who were appointed at some time, whether they are in place or not.</summary>
    public static IQueryable<CoordinatorPeriod> Appointed(this IQueryable<CoordinatorPeriod> periods) =>
        periods.Where(static p => p.State == CoordinatorState.Appointed || p.State == CoordinatorState.Ended);

    /// <summary>Without those of the specialist health service, who do not stand for the municipality's (L-65).</summary>
    public static IQueryable<CoordinatorPeriod> OutsideSpecialistHealth(this IQueryable<CoordinatorPeriod> periods) => periods.Where(static p => p.Type != CoordinatorType.SpecialistHealth);
}
