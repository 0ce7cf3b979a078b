using System.Collections;
using System.ComponentModel.DataAnnotations;
using SaleAuto.Errors;

namespace SaleAuto.LowCode;

/// <summary>Between the values of a form and the input record: filling, reading back, comparing, checking.</summary>
internal static class InputValues
{
    private static readonly ValidationContext Anything = new(new object());

    /// <summary>Sets the given fields on an input record.</summary>
    public static void Apply(ResourceInput given, object input, IEnumerable<FieldModel> fields)
    {
        foreach (var field in fields.Where(f => f.Input is not null && given.Has(f.Name)))
        {
            var value = given[field.Name];
            field.Input!.Set(input, field.ToLines is not null ? field.ToLines((IReadOnlyList<ResourceInput>?)value ?? []) : value);
        }
    }

    /// <summary>The values of an input record by field.</summary>
    public static ResourceInput Read(object input, IEnumerable<FieldModel> fields)
    {
        var values = new ResourceInput();
        foreach (var field in fields.Where(f => f.Input is not null))
        {
            var value = field.Input!.Get(input);
            values[field.Name] = field.Kind == FieldKind.Lines && value is IEnumerable lines
                ? lines.Cast<object>().Select(line => Read(line, field.Lines)).ToList()
                : value;
        }
        return values;
    }

    /// <summary>The files that the values name, lines included, each with the place that an error of it would name.</summary>
    public static IEnumerable<(string Place, Guid Id)> Files(ResourceInput values, IEnumerable<FieldModel> fields, string prefix = "")
    {
        foreach (var field in fields.Where(f => f.Input is not null))
        {
            var place = prefix + field.Input!.PropertyName;
            IEnumerable<(string, Guid)> named = (field.Kind, values[field.Name]) switch
            {
                (FieldKind.File or FieldKind.Image, Guid id) => [(place, id)],
                (FieldKind.Images, IEnumerable<Guid> ids) => ids.Select(id => (place, id)),
                (FieldKind.Lines, IReadOnlyList<ResourceInput> lines) => lines.SelectMany((line, i) => Files(line, field.Lines, $"{place}[{i}].")),
                _ => [],
            };
            foreach (var file in named)
            {
                yield return file;
            }
        }
    }

    /// <summary>Whether two values of a field are the same to a person.</summary>
    public static bool AreSame(object? left, object? right) => (left, right) switch
    {
        (null or "", null or "") => true,
        (string a, string b) => string.Equals(Unfold(a), Unfold(b), StringComparison.Ordinal),
        (ResourceInput a, ResourceInput b) => a.Names.Union(b.Names).All(name => AreSame(a[name], b[name])),
        (IEnumerable a and not string, IEnumerable b and not string) => AreSame(a.Cast<object>().ToList(), b.Cast<object>().ToList()),
        (IEnumerable a and not string, null) => !a.Cast<object>().Any(),
        (null, IEnumerable b and not string) => !b.Cast<object>().Any(),
        _ => Equals(left, right),
    };

    /// <summary>Faults of the given fields, then of the rules over several fields.</summary>
    public static List<InputError> Check(object input, IEnumerable<FieldModel> fields, IReadOnlyList<InputRule> rules, ResourceInput given)
    {
        var errors = new List<InputError>(given.Errors);
        foreach (var field in fields)
        {
            if (errors.Exists(e => e.Field == field.Input!.PropertyName))
            {
                continue;
            }
            if (field.Kind == FieldKind.Lines && given[field.Name] is IReadOnlyList<ResourceInput> lines)
            {
                CheckLines(field, lines, errors);
            }
            else if (Fault(field.Input!, field.Input!.Get(input)) is { } code)
            {
                errors.Add(new InputError(field.Input.PropertyName, code));
            }
        }
        if (errors.Count == 0)
        {
            errors.AddRange(rules.Where(r => !r.Holds(input)).SelectMany(r => r.Fields.DefaultIfEmpty("").Select(field => new InputError(field, r.Code))));
        }
        return errors;
    }

    private static bool AreSame(List<object> left, List<object> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => AreSame(pair.First, pair.Second));

    // A form posts line ends as CR LF.
    private static string Unfold(string text) => text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;

    private static void CheckLines(FieldModel field, IReadOnlyList<ResourceInput> lines, List<InputError> errors)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var part in field.Lines.Where(p => p.Name != ResourceModel.IdName))
            {
                if (Fault(part.Input!, lines[i][part.Name]) is { } code)
                {
                    errors.Add(new InputError($"{field.Input!.PropertyName}[{i}].{part.Input!.PropertyName}", code));
                }
            }
        }
        if (field.Input!.IsRequired && lines.Count == 0)
        {
            errors.Add(new InputError(field.Input.PropertyName, LowCodeErrorCodes.Required));
        }
    }

    private static string? Fault(InputModel input, object? value)
    {
        if (value is null or "" || (value is string text && string.IsNullOrWhiteSpace(text)) || value is Guid and { } id && (Guid)id == Guid.Empty || value is ICollection { Count: 0 })
        {
            return input.IsRequired ? LowCodeErrorCodes.Required : null;
        }
        foreach (var check in input.Checks)
        {
            if (check.GetValidationResult(value, Anything) is { } fault)
            {
                return check switch
                {
                    _ when fault.ErrorMessage?.StartsWith("SaleAuto:", StringComparison.Ordinal) == true => fault.ErrorMessage,
                    StringLengthAttribute or MaxLengthAttribute => LowCodeErrorCodes.TooLong,
                    RangeAttribute => LowCodeErrorCodes.OutOfRange,
                    _ => LowCodeErrorCodes.Malformed,
                };
            }
        }
        return null;
    }
}
