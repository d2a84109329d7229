using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Writes typed ids (one Guid inside a small struct) as the bare id, also as keys and when nullable.</summary>
internal sealed class TypedIdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => IsTypedId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    /// <summary>Whether the type is one of the domain's ids.</summary>
    public static bool IsTypedId(Type type) =>
        type is { IsValueType: true, IsEnum: false } && type.Assembly == typeof(CaseId).Assembly && type.Name.EndsWith("Id", StringComparison.Ordinal) && GuidOf(type) is not null;

    private static PropertyInfo? GuidOf(Type type) => type.GetProperty("Value") is { } value && value.PropertyType == typeof(Guid) ? value : null;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct
    {
        private static readonly Func<T, Guid> Value = Getter(GuidOf(typeof(T))!.GetMethod!.CreateDelegate<GuidGetter>());
        private static readonly ConstructorInfo Make = typeof(T).GetConstructor([typeof(Guid)])!;

        private delegate Guid GuidGetter(ref T id);

        private static Func<T, Guid> Getter(GuidGetter getter) => id => getter(ref id);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value) ? (T)Make.Invoke([value]) : throw new JsonException("Not an id.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Value(value));
    }
}
