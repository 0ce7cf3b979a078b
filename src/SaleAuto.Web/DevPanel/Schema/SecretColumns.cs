using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;
using SaleAuto.Auditing;

namespace SaleAuto.DevPanel;

/// <summary>Which columns are never shown: marked with <see cref="SecretAttribute"/>, or named like a hash, a key or a token.</summary>
internal static partial class SecretColumns
{
    public static bool Contains(IProperty? property, string column) =>
        Names().IsMatch(column)
        || property?.PropertyInfo?.IsDefined(typeof(SecretAttribute), inherit: true) == true
        || IsKeyOfSignInApp(property);

    // Keys of authenticator apps and recovery codes of ASP.NET Core Identity stand in a column that is merely called "Value".
    private static bool IsKeyOfSignInApp(IProperty? property) =>
        property is { Name: nameof(IdentityUserToken<Guid>.Value) } && property.DeclaringType.ClrType == typeof(IdentityUserToken<Guid>);

    [GeneratedRegex("Hash|Stamp($|[A-Z])|Token(?!Id|s?At|Name)|Secret|Password|Passphrase|Salt($|[A-Z])|(Private|Public|Signing|Api|Access|Encryption|Authenticator)Key|RecoveryCode|Credential(?!Id)")]
    private static partial Regex Names();
}
