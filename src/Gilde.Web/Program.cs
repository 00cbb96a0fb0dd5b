using Gilde.Web;
using Gilde.Web.CommandLine;

return await Commands.Run(args);
