namespace SaleAuto.Staff;

/// <summary>Where a sign-in by Telegram stands.</summary>
public enum SignInRequestStatus
{
    /// <summary>Nobody answered yet.</summary>
    Waiting,

    /// <summary>The person said that it is theirs; the browser may take its session.</summary>
    Confirmed,

    /// <summary>The person said that it is not theirs.</summary>
    Refused,

    /// <summary>The browser has its session.</summary>
    Used,
}
