namespace SaleAuto.Market;

public class MarketSourceHealth_Tests
{
    private static readonly DateTime Now = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    private readonly MarketSourceHealth _health = new(Guid.CreateVersion7(), "drom.ru");

    [Fact]
    public void Should_Have_No_Success_Rate_Before_It_Was_Asked() => _health.SuccessRate.ShouldBeNull();

    [Fact]
    public void Should_Count_The_Share_Of_Answers()
    {
        _health.RecordAnswer(Listings(3), Now);
        _health.RecordAnswer([], Now); // "nothing found" is an answer
        _health.RecordFailure(Unavailable(), Now);
        _health.RecordAnswer(Listings(3), Now);

        _health.SuccessRate.ShouldBe(0.75);
    }

    [Fact]
    public void Should_Look_Back_On_The_Recent_Searches_Only()
    {
        for (var i = 0; i < 50; i++)
        {
            _health.RecordFailure(Unavailable(), Now);
        }
        for (var i = 0; i < 49; i++)
        {
            _health.RecordAnswer(Listings(1), Now);
        }

        _health.SuccessRate.ShouldBe(0.98);
    }

    [Fact]
    public void Should_Remember_Last_Good_Answer_And_Last_Failure()
    {
        _health.RecordAnswer(Listings(7), Now);
        _health.RecordAnswer([], Now.AddHours(1));
        _health.RecordFailure(new SourceMarkupChangedException("drom.ru", "no cards") { RawPage = "market/raw/drom.ru/001.html" }, Now.AddHours(2));
        _health.RecordFailure(Unavailable(), Now.AddHours(3));

        _health.LastGoodParseAt.ShouldBe(Now);
        _health.LastListingCount.ShouldBe(7);
        _health.LastAskedAt.ShouldBe(Now.AddHours(3));
        _health.LastFailure.ShouldBe(SourceFailure.Unavailable);
        _health.LastRawPage.ShouldBe("market/raw/drom.ru/001.html");
        _health.FailuresInARow.ShouldBe(2);
    }

    [Fact]
    public void Should_Cut_A_Long_Reason()
    {
        _health.RecordFailure(new SourceUnavailableException("drom.ru", new string('x', 5000)), Now);

        _health.LastFailureReason!.Length.ShouldBe(MarketConsts.MaxReasonLength);
    }

    [Fact]
    public void Should_Rest_Until_The_Time_That_A_Refusal_Named()
    {
        _health.RecordFailure(new SourceBlockedException("drom.ru", "429") { RetryAt = Now.AddMinutes(3) }, Now);

        _health.IsBlocked(Now.AddMinutes(2)).ShouldBeTrue();
        _health.IsBlocked(Now.AddMinutes(3)).ShouldBeFalse();
    }

    [Fact]
    public void Should_Rest_Longer_With_Each_Refusal_In_A_Row_But_Not_For_Ever()
    {
        var pauses = Enumerable.Range(0, 8).Select(_ =>
        {
            _health.RecordFailure(new SourceBlockedException("drom.ru", "captcha"), Now);
            return (_health.BlockedUntil!.Value - Now).TotalMinutes;
        }).ToList();

        pauses.ShouldBe([15, 30, 60, 120, 240, 480, 720, 720]);
    }

    [Fact]
    public void Should_Not_Rest_After_A_Mere_Failure_Nor_After_An_Answer()
    {
        _health.RecordFailure(Unavailable(), Now);
        _health.BlockedUntil.ShouldBeNull();

        _health.RecordFailure(new SourceBlockedException("drom.ru", "captcha"), Now);
        _health.RecordAnswer([], Now);

        _health.BlockedUntil.ShouldBeNull();
    }

    [Fact]
    public void Should_Raise_The_Alarm_When_A_Field_Goes_Missing()
    {
        RecordUsual();

        _health.RecordAnswer(Listings(20, withMileage: false), Now.AddDays(1));

        _health.DriftingFields.ShouldBe(["mileage"]);
        _health.DriftingSince.ShouldBe(Now.AddDays(1));
    }

    [Fact]
    public void Should_Not_Get_Used_To_A_Missing_Field()
    {
        RecordUsual();
        for (var day = 1; day <= 60; day++)
        {
            _health.RecordAnswer(Listings(20, withMileage: false), Now.AddDays(day));
        }

        _health.DriftingFields.ShouldBe(["mileage"]);
        _health.DriftingSince.ShouldBe(Now.AddDays(1));
    }

    [Fact]
    public void Should_Lift_The_Alarm_When_The_Field_Is_Back()
    {
        RecordUsual();
        _health.RecordAnswer(Listings(20, withMileage: false), Now.AddDays(1));

        _health.RecordAnswer(Listings(20), Now.AddDays(2));

        _health.DriftingFields.ShouldBeEmpty();
        _health.DriftingSince.ShouldBeNull();
    }

    [Fact]
    public void Should_Take_The_New_For_Usual_When_Somebody_Accepts_It()
    {
        RecordUsual();
        _health.RecordAnswer(Listings(20, withMileage: false), Now.AddDays(1));

        _health.AcceptDrift();
        for (var day = 2; day < 8; day++)
        {
            _health.RecordAnswer(Listings(20, withMileage: false), Now.AddDays(day));
        }

        _health.DriftingFields.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Judge_Neither_On_Few_Adverts_Nor_On_Few_Answers_Nor_Fields_That_Were_Never_There()
    {
        _health.RecordAnswer(Listings(20), Now);
        _health.RecordAnswer(Listings(20, withMileage: false), Now); // too little to compare with
        _health.DriftingFields.ShouldBeEmpty();

        var other = new MarketSourceHealth(Guid.CreateVersion7(), "auto.ru");
        for (var i = 0; i < 5; i++)
        {
            other.RecordAnswer(Listings(20), Now);
        }
        other.RecordAnswer(Listings(4, withMileage: false), Now);
        other.DriftingFields.ShouldBeEmpty(); // four adverts, and city was never shown
    }

    private static SourceUnavailableException Unavailable() => new("drom.ru", "down");

    private static List<MarketListing> Listings(int count, bool withMileage = true) =>
    [
        .. Enumerable.Range(1, count).Select(i => new MarketListing
        {
            Source = "drom.ru",
            Url = $"https://drom.example/{i}",
            Title = "Kia Rio",
            Price = 1_000_000,
            Currency = "RUB",
            Vehicle = new ListedVehicle { Make = "Kia", Model = "Rio", Year = 2018, MileageKm = withMileage ? 80_000 : null },
        }),
    ];

    private void RecordUsual()
    {
        for (var i = 0; i < 3; i++)
        {
            _health.RecordAnswer(Listings(20), Now);
        }
    }
}
