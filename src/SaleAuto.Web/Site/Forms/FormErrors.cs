using System.ComponentModel.DataAnnotations;
using SaleAuto.Errors;
using SaleAuto.Localization;

namespace SaleAuto.Site.Forms;

/// <summary>Faults of a form, one sentence per field; the empty field name holds what concerns the whole form.</summary>
public sealed class FormErrors
{
    private readonly List<KeyValuePair<string, string>> _errors = [];

    /// <summary>Field names with their sentences, in the order found.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _errors;

    /// <summary>Whether there is a fault.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>The sentence for a field, or null.</summary>
    public string? this[string field] => _errors.Find(error => error.Key == field).Value;

    /// <summary>Whether the field is the first wrong one, which gets the focus.</summary>
    public bool IsFirst(string field) => Any && _errors[0].Key == field;

    /// <summary>Puts the faults into the order of the fields on the page.</summary>
    public void Sort(params string[] fields) =>
        _errors.Sort((left, right) => Array.IndexOf(fields, left.Key).CompareTo(Array.IndexOf(fields, right.Key)));

    /// <summary>Notes a fault; the first one of a field counts.</summary>
    public void Add(string field, string code) => AddText(field, ErrorTexts.For(code));

    /// <summary>Checks the annotations of an input record.</summary>
    public void Check(object input)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true);
        // A missing value says so; what is wrong with its form is said once it is there.
        foreach (var result in results)
        {
            foreach (var field in result.MemberNames)
            {
                Add(field, result.ErrorMessage!);
            }
        }
    }

    /// <summary>Notes what the service refused.</summary>
    /// <param name="refusal">An expected refusal.</param>
    /// <param name="field">The field that a rule of the trade speaks about, or empty.</param>
    public void Add(Exception refusal, string field = "")
    {
        switch (refusal)
        {
            case InputValidationException invalid:
                foreach (var error in invalid.Errors)
                {
                    AddText(error.Field, ErrorTexts.For(error.Code, error.Values));
                }
                break;
            case TooManyRequestsException tooMany:
                AddText(field, ErrorTexts.For(tooMany.Code, tooMany.Values, tooMany.RetryAfter));
                break;
            case BusinessException business:
                AddText(field, ErrorTexts.For(business.Code, business.Values));
                break;
        }
    }

    /// <summary>Whether <see cref="Add(Exception, string)"/> has a sentence for it.</summary>
    public static bool Explains(Exception exception) => exception is InputValidationException or BusinessException;

    private void AddText(string field, string text)
    {
        if (_errors.TrueForAll(error => error.Key != field))
        {
            _errors.Add(new(field, text));
        }
    }
}
