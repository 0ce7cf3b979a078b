using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace SaleAuto.Settings;

/// <summary>A settings type with rules that no annotation of one field can say.</summary>
public interface IRuledSettings
{
    /// <summary>Names of fields that contradict others or make no sense as a whole; each has a sentence in <c>SettingTexts</c>, <c>group.Field.Rule</c>.</summary>
    IEnumerable<string> FindBrokenRules();
}

/// <summary>What is wrong with a field of settings.</summary>
/// <param name="Property">The field.</param>
/// <param name="Annotation">The annotation that does not hold; null for a rule over several fields.</param>
public sealed record SettingFault(SettingProperty Property, ValidationAttribute? Annotation);

/// <summary>Checks settings by the annotations of their type, and by its rules.</summary>
public static class SettingRules
{
    /// <summary>The faults in the order of the fields, one for each field.</summary>
    public static IReadOnlyList<SettingFault> FindFaults(object settings)
    {
        var broken = BrokenRules(settings, "").ToHashSet();
        var faults = new List<SettingFault>();
        foreach (var property in SettingProperty.Of(settings.GetType()))
        {
            var value = property.Read(settings);
            var annotation = property.Leaf.GetCustomAttributes<ValidationAttribute>(inherit: true).FirstOrDefault(x => !x.IsValid(value));
            if (annotation is not null || broken.Contains(property.Name))
            {
                faults.Add(new SettingFault(property, annotation));
            }
        }
        return faults;
    }

    private static IEnumerable<string> BrokenRules(object settings, string prefix)
    {
        var own = settings is IRuledSettings ruled ? ruled.FindBrokenRules().Select(x => prefix + x) : [];
        var nested = settings.GetType().GetProperties()
            .Where(x => SettingProperty.IsNested(x) && x.GetValue(settings) is not null)
            .SelectMany(x => BrokenRules(x.GetValue(settings)!, $"{prefix}{x.Name}."));
        return own.Concat(nested);
    }
}

/// <summary>A field of a settings type, on whichever level it stands.</summary>
/// <param name="Path">The properties that lead to it.</param>
public sealed record SettingProperty(IReadOnlyList<PropertyInfo> Path)
{
    private static readonly HashSet<Type> Typed =
        [typeof(string), typeof(bool), typeof(int), typeof(decimal), typeof(double), typeof(TimeOnly), typeof(DateOnly), typeof(DayOfWeek)];

    /// <summary>Its path, such as <c>WorkingHours.OpensAt</c>.</summary>
    public string Name { get; } = string.Join('.', Path.Select(x => x.Name));

    /// <summary>The property itself.</summary>
    public PropertyInfo Leaf => Path[^1];

    /// <summary>The nearest annotation of that type, of the field or of what it stands in.</summary>
    public T? Find<T>()
        where T : Attribute => Path.Reverse().Select(x => x.GetCustomAttribute<T>()).FirstOrDefault(x => x is not null);

    /// <summary>Its value.</summary>
    public object? Read(object settings) => Path.Aggregate((object?)settings, (owner, property) => owner is null ? null : property.GetValue(owner));

    /// <summary>Fields of a settings type in their order; records inside it are opened.</summary>
    public static IReadOnlyList<SettingProperty> Of(Type settings) => [.. Of(settings, [])];

    /// <summary>What a list holds, or null for what is no list.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    internal static bool IsNested(PropertyInfo property) =>
        property.SetMethod is not null && property.PropertyType.IsClass && property.PropertyType.Assembly == typeof(SettingProperty).Assembly;

    private static IEnumerable<SettingProperty> Of(Type type, IReadOnlyList<PropertyInfo> above)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.SetMethod is not null))
        {
            IReadOnlyList<PropertyInfo> path = [.. above, property];
            if (Typed.Contains(ElementOf(property.PropertyType) ?? property.PropertyType))
            {
                yield return new SettingProperty(path);
            }
            else if (IsNested(property))
            {
                foreach (var inner in Of(property.PropertyType, path))
                {
                    yield return inner;
                }
            }
        }
    }
}
