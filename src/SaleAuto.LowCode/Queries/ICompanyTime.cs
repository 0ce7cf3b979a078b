namespace SaleAuto.LowCode;

/// <summary>The company's time zone: days of filters, forms and exports are days there.</summary>
public interface ICompanyTime
{
    /// <summary>The zone now in force.</summary>
    ValueTask<TimeZoneInfo> GetZoneAsync(CancellationToken cancellationToken);
}
