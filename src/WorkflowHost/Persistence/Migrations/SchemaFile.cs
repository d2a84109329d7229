using System.Reflection;

namespace IndividualPlan.WorkflowHost.Persistence.Migrations;

/// <summary>SQL and model files that lie beside the migrations and are built into the assembly.</summary>
internal static class SchemaFile
{
    /// <summary>Reads <c>{name}.Sqlite.sql</c> or <c>{name}.PostgreSql.sql</c>.</summary>
    public static string Read(string name, string? provider) =>
        Read($"{name}.{(provider == "Microsoft.EntityFrameworkCore.Sqlite" ? DatabaseOptions.Sqlite : DatabaseOptions.PostgreSql)}.sql");

    public static string Read(string fileName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Migrations." + fileName)
            ?? throw new InvalidOperationException($"The file {fileName} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
