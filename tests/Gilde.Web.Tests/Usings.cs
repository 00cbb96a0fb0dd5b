global using System.Net;
global using Gilde.Web.Data;
global using Gilde.Web.Tests.Host;
global using Gilde.Web.Web;
global using Microsoft.EntityFrameworkCore;
global using NodaTime;
global using Xunit;
