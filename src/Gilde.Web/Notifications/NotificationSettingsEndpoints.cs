using System.Globalization;

namespace Gilde.Web.Notifications;

/// <summary>What a member wants to be told, where and when.</summary>
internal static class NotificationSettingsEndpoints
{
    public static void MapNotificationSettings(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/notifications", Show);
        members.Post("/settings/notifications", Save);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var form = FormOf(viewer, await Wishes.Load(db, [viewer.Id], stop));
        return http.Request.WantsJson()
            ? Results.Json(new { topics = form.Topics.Select(t => new { topic = t.Key, page = t.Value.OnPage, mail = t.Value.Mail }), form.DigestHour, form.DigestWeekday, form.QuietFrom, form.QuietUntil, form.ShowsCount })
            : Pages.Show<NotificationSettingsPage>(new { Viewer = viewer, Form = form, Errors = new FieldErrors() });
    }

    private static async Task<IResult> Save(HttpContext http, Viewer viewer, SaveWishes save, CancellationToken stop)
    {
        var (form, errors) = Read(await http.Form(), viewer.T);
        if (errors.Any) return http.Request.WantsJson() ? errors.JsonErrors(viewer.T["That did not work"]) : Pages.Invalid<NotificationSettingsPage>(new { Viewer = viewer, Form = form, Errors = errors });
        await save.Execute(viewer, form, stop);
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/notifications", "Saved.");
    }

    private static WishForm FormOf(Viewer viewer, Wishes wishes)
    {
        var times = wishes.TimesOf(viewer.Id);
        return new(Enum.GetValues<NotificationTopic>().ToDictionary(t => t, t => wishes.Of(viewer.Id, t)), times.DigestHour, times.DigestWeekday, times.QuietFrom, times.QuietUntil, times.UncountedSince is null);
    }

    /// <summary>A box that is off sends nothing; a topic that the form leaves out stays as usual by mail.</summary>
    private static (WishForm Form, FieldErrors Errors) Read(IFormCollection form, Texts t)
    {
        var errors = new FieldErrors();
        var topics = Enum.GetValues<NotificationTopic>().ToDictionary(topic => topic, topic => (
            NotificationTopics.HasPage(topic) && form["page"].Contains(topic.ToString()),
            Enum.TryParse<MailTiming>(form["mail-" + topic], out var timing) && Enum.IsDefined(timing) ? timing : NotificationTopics.Default(topic)));
        var (from, until) = (Hour(form, "quietFrom", errors, t), Hour(form, "quietUntil", errors, t));
        if (from is null != until is null) errors.Add(from is null ? "quietFrom" : "quietUntil", t["Please choose both hours, or neither."]);
        var weekday = Number(form, "digestWeekday", 1, 7);
        if (weekday is null && form.ContainsKey("digestWeekday")) errors.Add("digestWeekday", t["Please choose a day."]);
        return (new(topics, Hour(form, "digestHour", errors, t) ?? NotificationTimes.UsualHour, weekday ?? (int)IsoDayOfWeek.Monday, from, until, form["count"] == "true"), errors);
    }

    private static int? Hour(IFormCollection form, string field, FieldErrors errors, Texts t)
    {
        if (form[field].ToString().Length == 0) return null;
        var hour = Number(form, field, 0, 23);
        if (hour is null) errors.Add(field, t["Please choose an hour."]);
        return hour;
    }

    private static int? Number(IFormCollection form, string field, int least, int most) =>
        int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
