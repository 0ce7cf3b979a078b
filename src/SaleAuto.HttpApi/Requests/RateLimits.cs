using System.ComponentModel.DataAnnotations;

namespace SaleAuto.Requests;

/// <summary>Section <c>RateLimits</c>: what strangers may send from one network address, and staff with one token, within a minute, on each node.</summary>
public sealed class RateLimits
{
    /// <summary>Name of the section.</summary>
    public const string Section = "RateLimits";

    /// <summary>Policy of new leads.</summary>
    public const string Leads = "leads";

    /// <summary>Policy of asking for codes.</summary>
    public const string Codes = "codes";

    /// <summary>Policy of signing in and exchanging tokens.</summary>
    public const string Tokens = "tokens";

    /// <summary>Policy of asking for calls.</summary>
    public const string Callbacks = "callbacks";

    /// <summary>New leads a minute.</summary>
    [Range(1, 1_000_000)]
    public int LeadsPerMinute { get; set; } = 30;

    /// <summary>Codes asked for a minute; the stricter limits of section <c>SignIn</c> hold besides.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerMinute { get; set; } = 30;

    /// <summary>Codes and tokens tried a minute.</summary>
    [Range(1, 1_000_000)]
    public int TokensPerMinute { get; set; } = 60;

    /// <summary>Calls asked for a minute.</summary>
    [Range(1, 1_000_000)]
    public int CallbacksPerMinute { get; set; } = 15;

    /// <summary>Forms of the public site sent a minute.</summary>
    [Range(1, 1_000_000)]
    public int FormsPerMinute { get; set; } = 60;

    /// <summary>Visits of the public site that are counted a minute; more come in and are not counted.</summary>
    [Range(1, 1_000_000)]
    public int VisitsPerMinute { get; set; } = 30;

    /// <summary>Requests of one staff member or personal access token a minute to the staff's API.</summary>
    [Range(1, 100_000_000)]
    public int StaffPerMinute { get; set; } = 1200;
}
