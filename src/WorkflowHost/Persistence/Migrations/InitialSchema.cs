using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IndividualPlan.WorkflowHost.Persistence.Migrations;

/// <summary>All tables of the first release, and the triggers that keep history, plan versions and published drawings as they are.</summary>
[DbContext(typeof(IpDbContext))]
[Migration("20261122000000_InitialSchema")]
internal sealed class InitialSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SchemaFile.Read("InitialSchema", ActiveProvider));
        migrationBuilder.Sql(SchemaFile.Read("Triggers", ActiveProvider));
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("Migrations only add; a database is never taken back.");
}
