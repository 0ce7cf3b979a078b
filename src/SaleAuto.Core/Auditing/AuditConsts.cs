namespace SaleAuto.Auditing;

/// <summary>Bounds of the audit log's columns; what is longer and comes from outside is cut.</summary>
public static class AuditConsts
{
    public const int MaxActionLength = 100;
    public const int MaxTargetTypeLength = 100;
    public const int MaxActorNameLength = 150;
    public const int MaxNoteLength = 1000;
    public const int MaxAddressLength = 64;
    public const int MaxCorrelationIdLength = 64;
}
