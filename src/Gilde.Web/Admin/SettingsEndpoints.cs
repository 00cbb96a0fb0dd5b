using Gilde.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Admin;

internal static class SettingsEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Operators).Get("/admin/settings", Show);
        app.For(Access.Operators).Post("/admin/settings", Submit);
    }

    private static IResult Show(Viewer viewer, TheNetwork network)
    {
        var now = network.Current;
        var isOwn = !Brand.Palette.Contains(now.Color);
        var form = new SetupForm
        {
            Network = now.Name, Trade = now.Trade, Language = now.Language.Code(), Color = isOwn ? NetworkFacts.OwnColor : now.Color, OwnColor = now.Color, Imprint = now.Imprint, Signup = now.Signup.Code(),
        };
        return Pages.Show<NetworkPage>(new { Viewer = viewer, Form = form, PrivacyNotice = now.PrivacyNotice, Errors = new FieldErrors() });
    }

    private static async Task<IResult> Submit(Viewer viewer, ChangeNetwork change, HttpContext http, [FromForm] SetupForm form)
    {
        var notice = await http.Field("privacy");
        var errors = await change.Execute(viewer, form, notice);
        return errors.Any ? Pages.Invalid<NetworkPage>(new { Viewer = viewer, Form = form, PrivacyNotice = notice, Errors = errors }) : Pages.SeeOther("/admin/settings?done");
    }
}
