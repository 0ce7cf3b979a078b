using System.ComponentModel.DataAnnotations;
using SaleAuto.Errors;

namespace SaleAuto.Validation;

/// <summary>Checks inputs by their annotations, whose messages are error codes.</summary>
internal static class InputValidator
{
    /// <summary>Passes when every field is right.</summary>
    /// <exception cref="InputValidationException">Names every wrong field.</exception>
    public static void Validate(object input, object? nested = null, string? nestedPrefix = null)
    {
        var errors = new List<InputError>();
        Collect(input, "", errors);
        if (nested is not null)
        {
            Collect(nested, $"{nestedPrefix}.", errors);
        }
        if (errors.Count > 0)
        {
            throw new InputValidationException(errors);
        }
    }

    private static void Collect(object input, string prefix, List<InputError> errors)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true);
        errors.AddRange(
            from result in results
            from member in result.MemberNames
            group result by member into field // one reason a field is enough to mend it
            select new InputError(prefix + field.Key, field.First().ErrorMessage!));
    }
}
