using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Leads;
using SaleAuto.Numbers;
using SaleAuto.Valuations;

namespace SaleAuto.Demo;

/// <summary>Requests in every state, told relative to now: some deadlines run, one has passed. People, phones and plates are invented.</summary>
public sealed class DemoStory(INumberGenerator numbers)
{
    private const double Hour = 60;
    private const double Day = 24 * Hour;

    private readonly List<DemoRequest> _requests = [];
    private DateTime _now;

    /// <summary>Name of the request that is written first; where it is, all are.</summary>
    public static Guid FirstLeadId => DemoIds.Of("lead:won-camry");

    /// <summary>Tells all requests, oldest first.</summary>
    public async Task<IReadOnlyList<DemoRequest>> TellAsync(DateTime now, CancellationToken cancellationToken)
    {
        _now = now;
        await TellFinishedAsync(cancellationToken);
        await TellInWorkAsync(cancellationToken);
        await TellFreshAsync(cancellationToken);
        return _requests;
    }

    private async Task TellFinishedAsync(CancellationToken cancellationToken)
    {
        var camry = await BeginAsync("won-camry", 1, "Сергей", new("М482ОР77", "Toyota", "Camry", 2017, 118_000, 2_050_000), 19 * Day, LeadSource.Search, cancellationToken);
        camry.Confirm().After(1).Value().After(1).Answer(ClientOpinion.Accepted).After(2).TakeCall("manager").After(9).PlanDeal().After(2 * Day).Win("seller");

        var octavia = await BeginAsync("won-octavia", 2, "Наталья", new("Е105КХ50", "Skoda", "Octavia", 2015, 164_000, 1_120_000), 9 * Day, LeadSource.Friends, cancellationToken);
        octavia.AgreeToAdvertising().Confirm().After(1).Value().After(8).TakeCall("manager2").After(6).PlanDeal().After(Day).Win("seller2");

        var solaris = await BeginAsync("lost-solaris", 3, "Дмитрий", new("К731ТВ178", "Hyundai", "Solaris", 2018, 92_000, 1_080_000), 4 * Day, LeadSource.Classifieds, cancellationToken);
        solaris.Confirm().After(1).Value().After(1).Answer(ClientOpinion.Declined, 1_050_000m).After(2).TakeCall("manager").After(4)
            .FailCall(CallOutcome.Thinking, Day).After(Day).TakeCall("manager").After(3).Lose();

        var spam = await BeginAsync("closed-spam", 4, "Тест", null, 3 * Day, null, cancellationToken);
        spam.Confirm().After(3).Close(LeadCloseReason.Spam, "Рекламный робот", "manager2");

        var refused = await BeginAsync("closed-refused", 17, "Кирилл Сомов", new("Т514НЕ77", "Kia", "Sportage", 2016, 121_000, 1_590_000), 6 * Day, LeadSource.Search, cancellationToken);
        refused.Confirm().After(1).Value().After(3).TakeCall("manager").After(4).FailCall(CallOutcome.Thinking, Day, "Посоветуется с женой")
            .After(Day).TakeCall("manager").After(2).GiveUp(LeadCloseReason.Refused, "Решили оставить машину себе");

        var unreachable = await BeginAsync("closed-unreachable", 18, "Лариса", new("А902КМ199", "Opel", "Astra", 2011, 174_000, 520_000), 7 * Day, LeadSource.OutdoorAd, cancellationToken);
        unreachable.Confirm().After(1).Value().After(2).TakeCall("manager2").After(1).FailCall(CallOutcome.NoAnswer, Hour)
            .After(Hour).TakeCall("manager2").After(1).FailCall(CallOutcome.WrongNumber, 8 * Hour, "Говорят, такой здесь нет", CallTaskKind.Decision)
            .After(2 * Hour).TakeCall("manager").After(1).GiveUp(LeadCloseReason.Unreachable, "Номер чужой");

        var withdrawn = await BeginAsync("closed-withdrawn", 5, "Ольга", new("Х260НМ99", "Nissan", "Qashqai", 2014, 139_000, 1_150_000), 2 * Day, LeadSource.SocialNetworks, cancellationToken);
        withdrawn.AgreeToAdvertising().Confirm().After(1).Value().After(2).Close(LeadCloseReason.ConsentWithdrawn, "Отозвала согласие письмом", "admin");
    }

    private async Task TellInWorkAsync(CancellationToken cancellationToken)
    {
        var planned = await BeginAsync("planned-rio", 6, "Павел", new("А317УС77", "Kia", "Rio", 2019, 71_000, 1_240_000), 26 * Hour, LeadSource.Search, cancellationToken);
        planned.Confirm().After(1).Value().After(1).Answer(ClientOpinion.Accepted).After(2).TakeCall("manager").After(11)
            .PlanDeal(await DealNumberAsync(cancellationToken), "seller", Meeting(1, 12, "г. Москва, ул. Профсоюзная, д. 56, у шлагбаума", "Второй комплект резины в багажнике"));

        var vesta = await BeginAsync("planned-vesta", 19, "Ольга Лебедева", new("К208РУ77", "LADA", "Vesta", 2021, 39_000, 1_180_000), 22 * Hour, LeadSource.Friends, cancellationToken);
        vesta.Confirm().After(1).Value().After(2).TakeCall("manager2").After(7)
            .PlanDeal(await DealNumberAsync(cancellationToken), "seller2", Meeting(1, 10, "г. Химки, Юбилейный пр-т, д. 7", null));

        var tiguan = await BeginAsync("planned-tiguan", 20, "Егор Никитин", new("Р611ОА750", "Volkswagen", "Tiguan", 2017, 103_000, 1_930_000), 30 * Hour, LeadSource.Classifieds, cancellationToken);
        tiguan.Confirm().After(1).Value().After(1).Answer(ClientOpinion.Accepted).After(2).TakeCall("manager").After(9)
            .PlanDeal(await DealNumberAsync(cancellationToken), "seller", Meeting(2, 15, "г. Москва, Варшавское ш., д. 126", null));

        var logan = await BeginAsync("planned-logan", 21, "Инна", new("Н347ВТ77", "Renault", "Logan", 2015, 147_000, 640_000), 18 * Hour, LeadSource.Search, cancellationToken);
        logan.Confirm().After(1).Value().After(2).TakeCall("manager").After(5)
            .PlanDeal(await DealNumberAsync(cancellationToken), "seller3", Meeting(3, 11, "г. Подольск, Революционный пр-т, д. 31", "Не заводится, нужен эвакуатор"));

        var calledOff = await BeginAsync("recall-sorento", 22, "Глеб Орехов", new("Е773АК99", "Kia", "Sorento", 2014, 158_000, 1_420_000), 3 * Day, LeadSource.SocialNetworks, cancellationToken);
        calledOff.Confirm().After(1).Value().After(2).TakeCall("manager2").After(6)
            .PlanDeal(await DealNumberAsync(cancellationToken), "seller2", Meeting(0, 9, "г. Москва, Ленинградское ш., д. 71", null))
            .After(Day).CallOff("Клиент заболел, просит на следующей неделе", 3 * Day);

        var decision = await BeginAsync("recall-decision", 23, "Борис", new("В158ТМ77", "Chevrolet", "Cruze", 2012, 166_000, 610_000), 5 * Day, LeadSource.Search, cancellationToken);
        decision.Confirm().After(1).Value().After(3).TakeCall("manager").After(1).FailCall(CallOutcome.NoAnswer, 3 * Hour)
            .After(3 * Hour).TakeCall("manager").After(1).FailCall(CallOutcome.Busy, 4 * Day)
            .After(4 * Day).TakeCall("manager2").After(1).FailCall(CallOutcome.NoAnswer, 2 * Day, "Восьмой звонок без ответа", CallTaskKind.Decision);

        var thinking = await BeginAsync("recall-focus", 7, "Елена", new("О540АК750", "Ford", "Focus", 2013, 152_000, 690_000), 20 * Hour, LeadSource.OutdoorAd, cancellationToken);
        thinking.Confirm().After(1).Value().After(1).Answer(ClientOpinion.Declined, 700_000m).After(3).TakeCall("manager2").After(5).FailCall(CallOutcome.Thinking, 26 * Hour);

        var duplicate = await BeginAsync("closed-duplicate", 7, "Елена", new("О540АК750", "Ford", "Focus", 2013, 153_000, 690_000), 5 * Hour, null, cancellationToken);
        duplicate.After(1).JoinTo(thinking);

        var noAnswer = await BeginAsync("recall-granta", 8, "Алексей", new("С908ВЕ197", "LADA", "Granta", 2020, 58_000, 720_000), 90, LeadSource.Search, cancellationToken);
        noAnswer.Confirm().After(2).LeaveToManager(ManualValuationReason.RegistryUnavailable).After(2).TakeCall("manager").After(1).FailCall(CallOutcome.NoAnswer, 2.5 * Hour);

        var inWork = await BeginAsync("work-duster", 9, "Виктор", new("Н672СТ777", "Renault", "Duster", 2016, 128_000, 1_090_000), 14, LeadSource.Returning, cancellationToken);
        inWork.Confirm().After(1).Value().After(1).Answer(ClientOpinion.Declined, 1_150_000m).After(2).TakeCall("manager").After(3)
            .Answer(new LeadCorrection { Opinion = ClientOpinion.Declined, ExpectedPrice = 1_150_000m, MileageKm = 131_500, Condition = CarCondition.Good, Source = LeadSource.Returning, ConditionsExplained = true });

        var callback = await BeginAsync("work-callback", 10, "Ирина", null, 21, null, cancellationToken);
        callback.Confirm().After(9).TakeCall("manager2");
    }

    private async Task TellFreshAsync(CancellationToken cancellationToken)
    {
        await BeginAsync("draft-polo", 11, "Максим", new("В213ЕР98", "Volkswagen", "Polo", 2018, 97_000, 1_190_000), 25, LeadSource.Search, cancellationToken);

        var overdue = await BeginAsync("new-overdue", 12, "Галина", new("У455ОМ199", "Chevrolet", "Niva", 2012, 143_000, 480_000), 12, LeadSource.Friends, cancellationToken);
        overdue.Confirm().After(1).LeaveToManager(ManualValuationReason.PlateUnknown);

        var callRequest = await BeginAsync("new-callback", 13, "Роман", null, 5, null, cancellationToken);
        callRequest.AgreeToAdvertising().Confirm();

        var declined = await BeginAsync("valued-cx5", 14, "Андрей", new("Т086МН77", "Mazda", "CX-5", 2018, 84_000, 2_240_000), 3, LeadSource.Classifieds, cancellationToken);
        declined.Confirm().After(1).Value().After(1).Answer(ClientOpinion.Declined, 2_150_000m);

        var dueSoon = await BeginAsync("new-manual", 15, "Светлана", new("Р749КА50", "UAZ", "Patriot", 2011, 171_000, 540_000), 2, LeadSource.Search, cancellationToken);
        dueSoon.Confirm().After(1).LeaveToManager(ManualValuationReason.TooFewComparables);

        var accepted = await BeginAsync("valued-creta", 16, "Юрий", new("М134ХА77", "Hyundai", "Creta", 2020, 66_000, 1_870_000), 1, LeadSource.Search, cancellationToken);
        accepted.Confirm().After(0.5).Value().After(0.3).Answer(ClientOpinion.Accepted);
    }

    private Task<string> DealNumberAsync(CancellationToken cancellationToken) => numbers.NextAsync(NumberSeries.Deal, cancellationToken);

    // Meetings are at full hours by Moscow's clocks, which never change.
    private MeetingPlan Meeting(int daysAhead, int hour, string address, string? note) => new()
    {
        StartsAt = _now.AddHours(3).Date.AddDays(daysAhead).AddHours(hour - 3),
        Minutes = 90,
        TimeZone = "Europe/Moscow",
        Address = address,
        Note = note,
    };

    private async Task<DemoRequest> BeginAsync(string name, int phone, string person, DemoCar? car, double minutesAgo, LeadSource? source, CancellationToken cancellationToken)
    {
        var details = new LeadDetails
        {
            Source = source,
            Condition = car is null ? null : (CarCondition)(phone % 4),
            Utm = phone % 3 == 0 ? new LeadUtm("yandex", "cpc", "vykup-moskva", null, null) : null,
        };
        var number = await numbers.NextAsync(NumberSeries.Lead, cancellationToken);
        var request = new DemoRequest(name, number, phone, person, car, _now.AddMinutes(-minutesAgo), details);
        _requests.Add(request);
        return request;
    }
}
