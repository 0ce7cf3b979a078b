namespace SaleAuto.Messages;

/// <summary>Bounds of outgoing messages.</summary>
public static class MessageConsts
{
    /// <summary>Longest phone or chat id.</summary>
    public const int MaxRecipientLength = 32;

    /// <summary>Longest deduplication key.</summary>
    public const int MaxKeyLength = 160;

    /// <summary>Longest error that is kept.</summary>
    public const int MaxErrorLength = 300;
}
