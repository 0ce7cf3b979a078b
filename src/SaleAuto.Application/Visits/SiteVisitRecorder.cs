using SaleAuto.Settings;

namespace SaleAuto.Visits;

/// <summary>Writes down what was counted by this process.</summary>
public sealed class SiteVisitRecorder(SiteVisitCounter counter, ISiteVisitRepository visits, ISettingProvider settings)
{
    /// <summary>Adds it to the days of the company's time zone. What cannot be written is kept for the next time.</summary>
    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        var counts = counter.Take();
        if (counts.Count == 0)
        {
            return;
        }
        try
        {
            var zone = await settings.GetTimeZoneAsync(cancellationToken);
            await visits.AddAsync(
                [
                    .. counts.GroupBy(x => (Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(x.Key.Since, zone)), x.Key.Campaign))
                        .Select(x => new VisitCount(x.Key.Day, x.Key.Campaign, x.Sum(count => count.Value))),
                ],
                cancellationToken);
        }
        catch
        {
            counter.GiveBack(counts);
            throw;
        }
    }
}
