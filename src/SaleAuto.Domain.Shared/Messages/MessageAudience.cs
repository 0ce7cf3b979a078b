namespace SaleAuto.Messages;

/// <summary>Who reads a text of the product.</summary>
public enum MessageAudience
{
    Client,
    Manager,
    Seller,
    Owner,

    /// <summary>Anybody of the staff.</summary>
    Staff,
}

/// <summary>What a text of the product becomes.</summary>
public enum MessageTextKind
{
    /// <summary>An SMS.</summary>
    Sms,

    /// <summary>A Telegram message.</summary>
    Telegram,

    /// <summary>Caption of a button under a Telegram message.</summary>
    Button,

    /// <summary>Words that are put into another message.</summary>
    Phrase,
}
