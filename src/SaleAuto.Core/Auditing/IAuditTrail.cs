namespace SaleAuto.Auditing;

/// <summary>
/// The append-only log of who did what. Changes of audited rows are recorded by the database context itself;
/// this port is for what changes no row: sign-ins, denied access, exports.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Adds a record to the current unit of work: it is written together with the change that it tells of.</summary>
    void Add(AuditRecord record);

    /// <summary>Writes a record at once and on its own, whatever becomes of the current unit of work.</summary>
    Task WriteAsync(AuditRecord record, CancellationToken cancellationToken);
}

/// <summary>One thing done. Actor, time, address and correlation id are added by the trail.</summary>
/// <param name="Action">What was done, one of <see cref="AuditActions"/> or the name of a resource's action.</param>
/// <param name="TargetType">Type name of the entity, or another stable name of what it was done to.</param>
/// <param name="TargetId">The row, or null.</param>
/// <param name="Changes">Fields before and after; secrets are never among them.</param>
/// <param name="Note">Reason or parameters, for people; holds no personal data.</param>
public sealed record AuditRecord(
    string Action,
    string? TargetType = null,
    Guid? TargetId = null,
    IReadOnlyDictionary<string, AuditChange>? Changes = null,
    string? Note = null);

/// <summary>A field before and after, as JSON values.</summary>
public sealed record AuditChange(object? Before, object? After);

/// <summary>Names of what the audit log tells of.</summary>
public static class AuditActions
{
    public const string Created = "Created";
    public const string Updated = "Updated";
    public const string Deleted = "Deleted";
    public const string Restored = "Restored";
    public const string SignedIn = "SignedIn";
    public const string SignInRefused = "SignInRefused";
    public const string SignedOut = "SignedOut";
    public const string AccessDenied = "AccessDenied";
    public const string Exported = "Exported";
    public const string Imported = "Imported";
    public const string SettingChanged = "SettingChanged";
    public const string PasswordChanged = "PasswordChanged";
    public const string NewPasswordDemanded = "NewPasswordDemanded";
    public const string SecondFactorEnabled = "SecondFactorEnabled";
    public const string SecondFactorDisabled = "SecondFactorDisabled";
    public const string RecoveryCodesRenewed = "RecoveryCodesRenewed";
    public const string SessionsEnded = "SessionsEnded";
    public const string InvitationAccepted = "InvitationAccepted";
    public const string SeenAs = "SeenAs";
    public const string RoleGiven = "RoleGiven";
    public const string RoleTaken = "RoleTaken";
}

/// <summary>Marks rows whose every change is recorded; all <see cref="Entities.IFullAudited"/> rows are audited without it.</summary>
public interface IAudited;

/// <summary>A property that never appears in the audit log, in exports or on the developers' panel: hashes, keys, tokens.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
