using System.ComponentModel.DataAnnotations;
using SaleAuto.Cars;
using SaleAuto.Clients;

namespace SaleAuto.Validation;

/// <summary>The value is missing; the message is an error code.</summary>
public sealed class MandatoryAttribute : RequiredAttribute
{
    /// <summary>Uses the common code.</summary>
    public MandatoryAttribute() => ErrorMessage = SaleAutoErrorCodes.Fields.Required;
}

/// <summary>The text is longer than the limit; the message is an error code.</summary>
public sealed class AtMostAttribute : StringLengthAttribute
{
    /// <summary>Uses the common code.</summary>
    public AtMostAttribute(int maximumLength)
        : base(maximumLength) => ErrorMessage = SaleAutoErrorCodes.Fields.TooLong;
}

/// <summary>A sum of money: at most two digits after the point.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KopecksAttribute : ValidationAttribute
{
    /// <summary>Refuses with its own code.</summary>
    public KopecksAttribute() => ErrorMessage = SaleAutoErrorCodes.Fields.PartsOfAKopeck;

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not decimal sum || decimal.Round(sum, 2) == sum;
}

/// <summary>A registration plate in any spelling (domain facts, section 5). Null is left to <see cref="MandatoryAttribute"/>.</summary>
public sealed class PlateAttribute : ValidationAttribute
{
    /// <summary>Uses the plate's own code.</summary>
    public PlateAttribute() => ErrorMessage = SaleAutoErrorCodes.Leads.PlateInvalid;

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is null or "" || (value is string text && PlateNumber.TryParse(text, out _));
}

/// <summary>A phone in any spelling. Null is left to <see cref="MandatoryAttribute"/>.</summary>
public sealed class PhoneNumberAttribute : ValidationAttribute
{
    /// <summary>Uses the phone's own code.</summary>
    public PhoneNumberAttribute() => ErrorMessage = SaleAutoErrorCodes.Clients.PhoneInvalid;

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is null or "" || (value is string text && PhoneNumber.TryParse(text, out _));
}

/// <summary>A person's name: letters, spaces, hyphens, dots and apostrophes, with at least one letter.</summary>
public sealed class PersonNameAttribute : ValidationAttribute
{
    /// <summary>Uses the name's own code.</summary>
    public PersonNameAttribute() => ErrorMessage = SaleAutoErrorCodes.Leads.NameInvalid;

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is null or "" || (value is string text
            && text.Any(char.IsLetter)
            && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '.' or '\'' or '’' or '\u0301'));
}

/// <summary>The consents hold the one to the processing of personal data (Law 152-FZ art. 9).</summary>
public sealed class PersonalDataConsentAttribute : ValidationAttribute
{
    /// <summary>Uses the consent's own code.</summary>
    public PersonalDataConsentAttribute() => ErrorMessage = SaleAutoErrorCodes.Clients.ConsentRequired;

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is IEnumerable<ConsentKind> consents && consents.Contains(ConsentKind.PersonalData);
}
