using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Date;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>Values on their way into and out of a script. They are copied, so that a script cannot reach the state by them.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 64;

    public static JsValue ToScript(Jint.Engine engine, JsonNode? value, bool frozen = false)
    {
        switch (value)
        {
            case null:
                return JsValue.Null;
            case JsonArray array:
                var list = (ArrayInstance)engine.Array.Construct(Arguments.Empty);

                for (var i = 0; i < array.Count; i++)
                {
                    Define(list, i.ToString(CultureInfo.InvariantCulture), ToScript(engine, array[i], frozen), frozen);
                }

                list.Put("length", array.Count, false);
                return Close(list, frozen);
            case JsonObject o:
                var result = engine.Object.Construct(Arguments.Empty);

                foreach (var (name, item) in o)
                {
                    Define(result, name, ToScript(engine, item, frozen), frozen);
                }

                return Close(result, frozen);
            default:
                return value.GetValueKind() switch
                {
                    JsonValueKind.String => new JsValue(value.GetValue<string>()),
                    JsonValueKind.True => JsValue.True,
                    JsonValueKind.False => JsValue.False,
                    JsonValueKind.Number => new JsValue(ExpressionValues.ToDouble(value)),
                    _ => JsValue.Null,
                };
        }
    }

    public static JsonNode? FromScript(JsValue value, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw new ScriptFaultException("The script gave an object that contains itself, or is nested too deeply.", null);
        }

        if (value.IsUndefined() || value.IsNull())
        {
            return null;
        }

        if (value.IsString())
        {
            return JsonValue.Create(value.AsString());
        }

        if (value.IsBoolean())
        {
            return JsonValue.Create(value.AsBoolean());
        }

        if (value.IsNumber())
        {
            return ExpressionValues.FromNumber(value.AsNumber());
        }

        return value.AsObject() switch
        {
            DateInstance date => JsonValue.Create(date.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture)),
            ArrayInstance array => FromArray(array, depth),
            FunctionInstance => null,
            IPrimitiveInstance primitive => FromScript(primitive.PrimitiveValue, depth + 1),
            var o => FromObject(o, depth),
        };
    }

    private static JsonArray FromArray(ArrayInstance array, int depth)
    {
        var result = new JsonArray();
        ScriptBounds.CheckLength(array.Get("length"));
        var length = (int)TypeConverter.ToUint32(array.Get("length"));

        for (var i = 0; i < length; i++)
        {
            result.Add(FromScript(array.Get(i.ToString(CultureInfo.InvariantCulture)), depth + 1));
        }

        return result;
    }

    private static JsonObject FromObject(ObjectInstance o, int depth)
    {
        var result = new JsonObject();

        foreach (var (name, property) in o.GetOwnProperties())
        {
            if (property.Enumerable == true)
            {
                var value = o.Get(name);

                if (!value.IsUndefined() && value.TryCast<FunctionInstance>() is null)
                {
                    result[name] = FromScript(value, depth + 1);
                }
            }
        }

        return result;
    }

    private static void Define(ObjectInstance o, string name, JsValue value, bool frozen) =>
        o.DefineOwnProperty(name, new PropertyDescriptor(value, !frozen, true, !frozen), false);

    private static JsValue Close(ObjectInstance o, bool frozen)
    {
        o.Extensible = !frozen;

        return o;
    }
}
